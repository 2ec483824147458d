package noisebook.math;

/**
 * Kullback–Leibler divergence of a Gaussian from another, in nats, with its terms apart:
 * {@code KL(N(μ, σ²) ‖ N(0, 1)) = ½ μ² + ½ (σ² − 1) − ½ log σ²} (Kingma and Welling 2014, appendix B).
 *
 * @param mean {@code ½ μ²}, the price of leaving the centre
 * @param variance {@code ½ (σ² − 1)}, the price of a wide posterior
 * @param logVariance {@code −½ log σ²}, the price of a narrow one
 */
public record GaussianKl(double mean, double variance, double logVariance) {
    /** {@code KL(N(mu, exp(logVariance)) ‖ N(0, 1))}. */
    public static GaussianKl toStandard(double mu, double logVariance) {
        return new GaussianKl(mu * mu / 2, (Math.exp(logVariance) - 1) / 2, -logVariance / 2);
    }

    /**
     * {@code KL(N(mu, diag exp(logVariance)) ‖ N(0, I))}, each term summed over the dimensions.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static GaussianKl toStandard(double[] mu, double[] logVariance) {
        Require.sameLength(mu, logVariance);
        GaussianKl sum = new GaussianKl(0, 0, 0);
        for (int i = 0; i < mu.length; i++) {
            sum = sum.plus(toStandard(mu[i], logVariance[i]));
        }
        return sum;
    }

    /** {@code KL(N(mu, sigma²) ‖ N(otherMu, otherSigma²))}: the same with both measured in the other's units. */
    public static GaussianKl between(double mu, double sigma, double otherMu, double otherSigma) {
        return toStandard((mu - otherMu) / otherSigma, 2 * Math.log(sigma / otherSigma));
    }

    /** The divergence, in nats; at least 0. */
    public double total() {
        return mean + variance + logVariance;
    }

    private GaussianKl plus(GaussianKl other) {
        return new GaussianKl(mean + other.mean, variance + other.variance, logVariance + other.logVariance);
    }
}
