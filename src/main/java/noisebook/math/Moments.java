package noisebook.math;

import java.util.Arrays;

/**
 * The first three moments of a set of numbers, taken as the whole population.
 *
 * @param mean average
 * @param variance mean squared deviation, divided by n
 * @param skewness {@code E(x − mean)³ / variance^{3/2}}; 0 for a constant
 */
public record Moments(double mean, double variance, double skewness) {
    /**
     * Measures them.
     *
     * @throws IllegalArgumentException if there are no values
     */
    public static Moments of(double[] values) {
        Require.atLeast(1, values, "values");
        double mean = Arrays.stream(values).average().orElseThrow();
        double square = 0;
        double cube = 0;
        for (double value : values) {
            double deviation = value - mean;
            square += deviation * deviation;
            cube += deviation * deviation * deviation;
        }
        double variance = square / values.length;
        return new Moments(mean, variance, variance == 0 ? 0 : cube / values.length / Math.pow(variance, 1.5));
    }

    public double standardDeviation() {
        return Math.sqrt(variance);
    }

    /** The moments of {@code √ᾱ x + √(1 − ᾱ) ε} when these are x's: noise adds variance, and neither mean nor skew. */
    public Moments diffused(double alphaBar) {
        double signal = alphaBar * variance;
        double total = signal + 1 - alphaBar;
        return new Moments(
                Math.sqrt(alphaBar) * mean, total, total == 0 ? 0 : skewness * Math.pow(signal / total, 1.5));
    }
}
