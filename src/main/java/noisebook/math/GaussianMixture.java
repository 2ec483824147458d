package noisebook.math;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A mixture of Gaussians on a line, for which all that a denoiser has to learn is known exactly: along a path {@code x_t = a(t) x_0 + b(t) ε}
 * each part stays a Gaussian, and given x_t so do x_0 and ε. A part of deviation 0 is a point.
 *
 * @param weights of the parts, positive, of sum 1
 * @param means of the parts
 * @param deviations standard deviations of the parts, at least 0
 */
@SuppressWarnings("ArrayRecordComponent") // asked, never compared
public record GaussianMixture(double[] weights, double[] means, double[] deviations) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException when their numbers differ, a weight is not positive, a deviation is negative, or the weights do not sum up to 1
     */
    public GaussianMixture {
        Require.atLeast(1, weights, "weights");
        Require.sameLength("weights", weights.length, "means", means.length);
        Require.sameLength("weights", weights.length, "deviations", deviations.length);
        Arrays.stream(weights).forEach(w -> Require.that(w > 0, "a weight must be positive", w));
        Arrays.stream(deviations).forEach(s -> Require.that(s >= 0, "a deviation must be 0 or more", s));
        double sum = Arrays.stream(weights).sum();
        Require.that(Math.abs(sum - 1) < 1e-9, "the weights must sum up to 1", sum);
        weights = weights.clone();
        means = means.clone();
        deviations = deviations.clone();
    }

    /** N(mean, deviation²). */
    public static GaussianMixture of(double mean, double deviation) {
        return equal(deviation, mean);
    }

    /** Parts of one deviation, all equally likely. */
    public static GaussianMixture equal(double deviation, double... means) {
        double[] weights = new double[means.length];
        double[] deviations = new double[means.length];
        Arrays.fill(weights, 1. / means.length);
        Arrays.fill(deviations, deviation);
        return new GaussianMixture(weights, means, deviations);
    }

    /** The k-th part, by itself. */
    public GaussianMixture part(int k) {
        return of(means[k], deviations[k]);
    }

    /**
     * The density at x.
     *
     * @throws IllegalArgumentException when a part is a point and has none
     */
    public double density(double x) {
        Arrays.stream(deviations)
                .forEach(s -> Require.that(s > 0, "a point has no density, its deviation must be above 0", s));
        return IntStream.range(0, weights.length)
                .mapToDouble(k -> weights[k]
                        * NormalDistribution.of(means[k], deviations[k]).density(x))
                .sum();
    }

    public double mean() {
        return IntStream.range(0, weights.length)
                .mapToDouble(k -> weights[k] * means[k])
                .sum();
    }

    public double variance() {
        double mean = mean();
        return IntStream.range(0, weights.length)
                .mapToDouble(k -> weights[k] * (deviations[k] * deviations[k] + (means[k] - mean) * (means[k] - mean)))
                .sum();
    }

    /** The distribution of x_t when this is that of x_0. */
    public GaussianMixture noised(GaussianPath path, double t) {
        double a = path.signal(t);
        double b = path.noise(t);
        return new GaussianMixture(
                weights,
                Arrays.stream(means).map(m -> a * m).toArray(),
                Arrays.stream(deviations).map(s -> Math.hypot(a * s, b)).toArray());
    }

    /** The probability of each part, given x. Where all are points, that nearest to x has it all. */
    double[] shares(double x) {
        double[] logs = new double[weights.length];
        Arrays.setAll(logs, k -> {
            double z = (x - means[k]) / Math.max(deviations[k], 1e-150);
            return Math.log(weights[k]) - Math.log(Math.max(deviations[k], 1e-150)) - z * z / 2;
        });
        double largest = Arrays.stream(logs).max().orElseThrow();
        double[] shares =
                Arrays.stream(logs).map(log -> Math.exp(log - largest)).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** The best answer of a denoiser, {@code E(ε | x_t = x)}, of x_0 or of the velocity; at t = 0, where x does not speak of ε, the mean of ε is 0. */
    public double guess(Prediction wanted, GaussianPath path, double t, double x) {
        return answers(wanted, path, t, x)[0];
    }

    /** What nobody can know at x_t = x: the variance of ε, of x_0 or of the velocity around {@link #guess}. */
    public double uncertainty(Prediction wanted, GaussianPath path, double t, double x) {
        return answers(wanted, path, t, x)[1];
    }

    /** The squared error of the best denoiser, the mean of {@link #uncertainty} over all x_t. */
    public double leastError(Prediction wanted, GaussianPath path, double t) {
        GaussianMixture now = noised(path, t);
        return IntStream.range(0, weights.length)
                .mapToDouble(k -> weights[k]
                        * Quadrature.gaussianMean(
                                x -> uncertainty(wanted, path, t, x), now.means[k], now.deviations[k]))
                .sum();
    }

    /** Mean and variance of a prediction, given x_t = x. */
    private double[] answers(Prediction wanted, GaussianPath path, double t, double x) {
        double a = path.signal(t);
        double b = path.noise(t);
        double ofX0 = wanted.ofX0(path, t);
        double ofEpsilon = wanted.ofEpsilon(path, t);
        double[] shares = noised(path, t).shares(x);
        double mean = 0;
        double square = 0;
        for (int k = 0; k < shares.length; k++) {
            double s = deviations[k];
            double variance = a * a * s * s + b * b; // of x_t
            double off = variance == 0 ? 0 : (x - a * means[k]) / variance;
            double guess = ofX0 * (means[k] + a * s * s * off) + ofEpsilon * b * off;
            double spread = ofX0 * s * b - ofEpsilon * s * a; // of one error in both
            double left = variance == 0 ? ofEpsilon * ofEpsilon : spread * spread / variance;
            mean += shares[k] * guess;
            square += shares[k] * (left + guess * guess);
        }
        return new double[] {mean, Math.max(0, square - mean * mean)};
    }

    /**
     * The distribution of an earlier x_s when x_t = x is known, on a path whose noise comes bit by bit, as DDPM's does: a small step back is nearly one
     * Gaussian, a large one is not.
     *
     * @throws IllegalArgumentException if not 0 ≤ s &lt; t
     */
    public GaussianMixture stepBack(GaussianPath path, double s, double t, double x) {
        Require.that(s >= 0 && s < t, "a step back must go to s in [0, t)", s);
        double kept = path.signal(t) / path.signal(s);
        double added = path.noise(t) * path.noise(t) - kept * kept * path.noise(s) * path.noise(s);
        GaussianMixture before = noised(path, s);
        double[] posteriorMeans = new double[weights.length];
        double[] posteriorDeviations = new double[weights.length];
        for (int k = 0; k < weights.length; k++) {
            double prior = before.deviations[k] * before.deviations[k];
            double gain = kept * prior / (kept * kept * prior + added);
            posteriorMeans[k] = before.means[k] + gain * (x - kept * before.means[k]);
            posteriorDeviations[k] = Math.sqrt(prior * added / (kept * kept * prior + added));
        }
        return new GaussianMixture(noised(path, t).shares(x), posteriorMeans, posteriorDeviations);
    }
}
