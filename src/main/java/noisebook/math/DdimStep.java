package noisebook.math;

/**
 * One step of a sampler from x_t to x_s, s &lt; t: {@code x_s = a_s · x_0 + √(b_s² − σ²) · ε + σ · noise} with
 * {@code σ = η (b_s / b_t) √(b_t² − (a_t / a_s)² b_s²)}, where x_0 and ε are predictions at x_t. With {@code a = √ᾱ, b = √(1 − ᾱ)} these are
 * eq. 12 and 16 of Song et al. 2021.
 *
 * <p>{@code eta = 0} is deterministic (DDIM); {@code eta = 1} draws from {@code q(x_s | x_t, x_0)}, with s = t − 1 the DDPM posterior. The step
 * to s = 0 adds no noise.
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
    public static DdimStep of(GaussianPath path, double t, double s, double eta) {
        if (!(s < t)) {
            throw new IllegalArgumentException("a reverse step must go to s < t, was t = " + GaussianPath.text(t)
                    + ", s = " + GaussianPath.text(s));
        }
        requireEta(eta);
        double there = path.noise(s);
        double kept = path.signal(t) / path.signal(s) * there / path.noise(t); // the share of b_t that was there at s
        double fresh = eta * Math.sqrt(1 - kept * kept); // σ / b_s
        return new DdimStep(path.signal(s), there * Math.sqrt(1 - fresh * fresh), there * fresh);
    }

    /** Returns eta, which must be in [0, 1]. */
    public static double requireEta(double eta) {
        Require.that(eta >= 0 && eta <= 1, "eta must be in [0, 1]", eta);
        return eta;
    }

    /** x_s of one value, from the two predictions and a standard normal number. */
    public double apply(double x0, double epsilon, double noise) {
        return x0Coefficient * x0 + epsilonCoefficient * epsilon + sigma * noise;
    }
}
