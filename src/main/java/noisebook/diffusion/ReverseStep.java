package noisebook.diffusion;

import noisebook.math.DdimStep;
import noisebook.math.DiffusionPosterior;
import noisebook.math.NoiseSchedule;

/**
 * One step of a sampler: {@code x_next = x0Weight · x_0 + xtWeight · x_t + sigma · noise}, where x_0 is the model's guess at x_t.
 *
 * @param t where the step starts, in [1, T]
 * @param x0Weight factor of the predicted x_0
 * @param xtWeight factor of x_t
 * @param sigma standard deviation of the fresh noise; 0 in a step that leads to t = 0
 */
public record ReverseStep(int t, double x0Weight, double xtWeight, double sigma) {
    /** The DDPM step from t to t − 1, {@code μ̃_t(x_t, x_0) + √β̃_t · noise} (Ho et al. 2020, eq. 7). */
    static ReverseStep ddpm(NoiseSchedule schedule, int t) {
        DiffusionPosterior posterior = DiffusionPosterior.of(schedule);
        return new ReverseStep(t, posterior.x0Coefficient(t), posterior.xtCoefficient(t), posterior.sigma(t));
    }

    /** The DDIM step from t to s &lt; t, in which ε is what x_t and x_0 leave over (Song et al. 2021, eq. 12). */
    static ReverseStep ddim(NoiseSchedule schedule, int t, int s, double eta) {
        DdimStep step = DdimStep.of(schedule, t, s, eta);
        double alphaBar = schedule.alphaBar(t);
        double xtWeight = step.epsilonCoefficient() / Math.sqrt(1 - alphaBar);
        return new ReverseStep(t, step.x0Coefficient() - xtWeight * Math.sqrt(alphaBar), xtWeight, step.sigma());
    }
}
