package noisebook.diffusion;

import java.util.List;
import java.util.stream.IntStream;
import noisebook.math.NoiseSchedule;

/**
 * Sampling in S of the T steps (Song et al. 2021, eq. 12): the model is the same, the walk takes larger strides.
 *
 * @param schedule of the model
 * @param steps S in [1, T], spaced evenly, the first at T
 * @param eta fresh noise, from 0 (none: x_T decides everything) to 1 (with S = T: {@link DdpmSampler})
 * @param limit see {@link Sampler#limit()}
 */
public record DdimSampler(NoiseSchedule schedule, int steps, double eta, double limit) implements Sampler {
    /** Checks that the walk exists. */
    public DdimSampler {
        schedule.subsequence(steps);
        if (!(eta >= 0 && eta <= 1)) {
            throw new IllegalArgumentException("eta must be in [0, 1], was " + eta);
        }
    }

    /** For pixels in [−1, 1]. */
    public static DdimSampler of(NoiseSchedule schedule, int steps, double eta) {
        return new DdimSampler(schedule, steps, eta, 1);
    }

    /** The same for data without bounds. */
    public DdimSampler unlimited() {
        return new DdimSampler(schedule, steps, eta, Double.POSITIVE_INFINITY);
    }

    @Override
    public List<ReverseStep> path() {
        int[] stops = schedule.subsequence(steps);
        return IntStream.range(0, steps)
                .mapToObj(i -> ReverseStep.ddim(schedule, stops[i], i + 1 < steps ? stops[i + 1] : 0, eta))
                .toList();
    }
}
