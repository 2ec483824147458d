package noisebook.math;

/**
 * One step back when the data is known: {@code q(x_{t−1} | x_t, x_0) = N(μ̃_t, β̃_t)} with
 * {@code μ̃_t = √ᾱ_{t−1} β_t / (1 − ᾱ_t) · x_0 + √α_t (1 − ᾱ_{t−1}) / (1 − ᾱ_t) · x_t} and
 * {@code β̃_t = (1 − ᾱ_{t−1}) / (1 − ᾱ_t) · β_t} (Ho et al. 2020, eq. 6 and 7).
 *
 * <p>Because {@code x_t = √ᾱ_t x_0 + √(1 − ᾱ_t) ε}, a network may predict ε, x_0 or the mean of x_{t−1}: each is a linear map of the
 * other two at a given x_t. All methods take t in [1, T].
 */
public final class DiffusionPosterior {
    private final NoiseSchedule schedule;

    private DiffusionPosterior(NoiseSchedule schedule) {
        this.schedule = schedule;
    }

    public static DiffusionPosterior of(NoiseSchedule schedule) {
        return new DiffusionPosterior(schedule);
    }

    /** What x_0 is multiplied by in the posterior mean; 1 at t = 1. */
    public double x0Coefficient(int t) {
        return Math.sqrt(schedule.alphaBar(t - 1)) * schedule.beta(t) / (1 - schedule.alphaBar(t));
    }

    /** What x_t is multiplied by in the posterior mean; 0 at t = 1. */
    public double xtCoefficient(int t) {
        return Math.sqrt(schedule.alpha(t)) * (1 - schedule.alphaBar(t - 1)) / (1 - schedule.alphaBar(t));
    }

    /** {@code μ̃_t}, the posterior mean. */
    public double mean(double x0, double xt, int t) {
        return x0Coefficient(t) * x0 + xtCoefficient(t) * xt;
    }

    /** {@code β̃_t}, the posterior variance; 0 at t = 1, where the last reverse step adds no noise. */
    public double variance(int t) {
        return (1 - schedule.alphaBar(t - 1)) / (1 - schedule.alphaBar(t)) * schedule.beta(t);
    }

    /** {@code √β̃_t}, the noise that a reverse step adds. */
    public double sigma(int t) {
        return Math.sqrt(variance(t));
    }

    /** {@code x_0 = (x_t − √(1 − ᾱ_t) ε) / √ᾱ_t}. */
    public double x0FromEpsilon(double xt, double epsilon, int t) {
        return (xt - Math.sqrt(1 - schedule.alphaBar(t)) * epsilon) / Math.sqrt(schedule.alphaBar(t));
    }

    /** {@code ε = (x_t − √ᾱ_t x_0) / √(1 − ᾱ_t)}. */
    public double epsilonFromX0(double xt, double x0, int t) {
        return (xt - Math.sqrt(schedule.alphaBar(t)) * x0) / Math.sqrt(1 - schedule.alphaBar(t));
    }

    /** {@code μ̃_t = (x_t − β_t / √(1 − ᾱ_t) · ε) / √α_t} (Ho et al. 2020, eq. 11). */
    public double meanFromEpsilon(double xt, double epsilon, int t) {
        return (xt - schedule.beta(t) / Math.sqrt(1 - schedule.alphaBar(t)) * epsilon) / Math.sqrt(schedule.alpha(t));
    }

    /** {@code x_0} such that the posterior mean is the given one: the inverse of {@link #mean}. */
    public double x0FromMean(double xt, double posteriorMean, int t) {
        return (posteriorMean - xtCoefficient(t) * xt) / x0Coefficient(t);
    }

    /**
     * What the variational bound multiplies the ε-MSE of step t by, {@code β_t² / (2 β̃_t α_t (1 − ᾱ_t))} (Ho et al. 2020, eq. 12 with
     * σ² = β̃); infinite at t = 1.
     */
    public double elboWeight(int t) {
        double beta = schedule.beta(t);
        return beta * beta / (2 * variance(t) * schedule.alpha(t) * (1 - schedule.alphaBar(t)));
    }

    /**
     * The same weight by signal to noise, {@code ½ (SNR_{t−1} − SNR_t) / SNR_t}: an error of x_0 weighs {@code ½ (SNR_{t−1} − SNR_t)} (Kingma et al. 2021,
     * eq. 13), and its square is that of ε divided by SNR_t.
     */
    public double elboWeightBySnr(int t) {
        return (schedule.snr(t - 1) - schedule.snr(t)) / (2 * schedule.snr(t));
    }
}
