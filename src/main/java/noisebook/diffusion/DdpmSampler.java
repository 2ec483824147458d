package noisebook.diffusion;

import java.util.List;
import java.util.stream.IntStream;
import noisebook.math.NoiseSchedule;

/**
 * Ancestral sampling: all T steps back, each a draw from {@code q(x_{t−1} | x_t, x_0)} at the predicted x_0 (Ho et al. 2020, algorithm 2
 * with σ² = β̃; {@code p_sample} in the papers' code). The last step, t = 1, adds no noise.
 *
 * @param schedule of the model
 * @param limit see {@link Sampler#limit()}
 */
public record DdpmSampler(NoiseSchedule schedule, double limit) implements Sampler {
    /** For pixels in [−1, 1]. */
    public static DdpmSampler of(NoiseSchedule schedule) {
        return new DdpmSampler(schedule, 1);
    }

    /** The same for data without bounds. */
    public DdpmSampler unlimited() {
        return new DdpmSampler(schedule, Double.POSITIVE_INFINITY);
    }

    @Override
    public List<ReverseStep> path() {
        int last = schedule.timesteps();
        return IntStream.range(0, last)
                .mapToObj(i -> ReverseStep.ddpm(schedule, last - i))
                .toList();
    }
}
