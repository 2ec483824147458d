package noisebook.math;

/**
 * One step of a sampler from x_t to x_s, s &lt; t: {@code x_s = √ᾱ_s · x_0 + √(1 − ᾱ_s − σ²) · ε + σ · noise} with
 * {@code σ = η √((1 − ᾱ_s)/(1 − ᾱ_t)) √(1 − ᾱ_t/ᾱ_s)} (Song et al. 2021, eq. 12 and 16), where x_0 and ε are predictions at x_t.
 *
 * <p>{@code eta = 0} is deterministic (DDIM); {@code eta = 1} and s = t − 1 is the DDPM posterior. The step to s = 0 adds no noise.
 *
 * @param x0Coefficient what the predicted x_0 is multiplied by
 * @param epsilonCoefficient what the predicted ε is multiplied by
 * @param sigma standard deviation of the fresh noise
 */
public record DdimStep(double x0Coefficient, double epsilonCoefficient, double sigma) {
    /**
     * The step from t to s.
     *
     * @throws IllegalArgumentException if not {@code 0 ≤ s < t ≤ T}, or if eta is not in [0, 1]
     */
    public static DdimStep of(NoiseSchedule schedule, int t, int s, double eta) {
        if (s >= t) {
            throw new IllegalArgumentException("a reverse step must go to s < t, was t = " + t + ", s = " + s);
        }
        if (!(eta >= 0 && eta <= 1)) {
            throw new IllegalArgumentException("eta must be in [0, 1], was " + eta);
        }
        double here = schedule.alphaBar(t);
        double there = schedule.alphaBar(s);
        double sigma = eta * Math.sqrt((1 - there) / (1 - here) * (1 - here / there));
        return new DdimStep(Math.sqrt(there), Math.sqrt(1 - there - sigma * sigma), sigma);
    }

    /** x_s of one value, from the two predictions and a standard normal number. */
    public double apply(double x0, double epsilon, double noise) {
        return x0Coefficient * x0 + epsilonCoefficient * epsilon + sigma * noise;
    }
}
