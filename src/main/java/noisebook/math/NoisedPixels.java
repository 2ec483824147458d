package noisebook.math;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The distribution of the pixels of an image at a level of noise, without drawing any: a mixture of one Gaussian
 * {@code N(√ᾱ x0, 1 − ᾱ)} per pixel. Its histogram at t = 0 is the image's, at T it is N(0, 1).
 */
public final class NoisedPixels {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final double REACH = 6;
    private static final int GRID = 4000;

    private final double[] values;
    private final double[] weights;

    private NoisedPixels(double[] values, double[] weights) {
        this.values = values;
        this.weights = weights;
    }

    /**
     * The pixels x0 of an image, or of many; equal values are gathered.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static NoisedPixels of(double[] pixels) {
        Require.atLeast(1, pixels, "pixels");
        double[] values = Arrays.stream(pixels).distinct().sorted().toArray();
        double[] weights = new double[values.length];
        for (double pixel : pixels) {
            weights[Arrays.binarySearch(values, pixel)] += 1. / pixels.length;
        }
        return new NoisedPixels(values, weights);
    }

    /** Density at x, for {@code 0 ≤ ᾱ < 1}. */
    public double density(double x, double alphaBar) {
        double sigma = Math.sqrt(1 - alphaBar);
        return mix(value -> STANDARD.density((x - Math.sqrt(alphaBar) * value) / sigma) / sigma);
    }

    /** Probability of at most x, for {@code 0 ≤ ᾱ < 1}. */
    public double cumulative(double x, double alphaBar) {
        double sigma = Math.sqrt(1 - alphaBar);
        return mix(value -> STANDARD.cumulativeProbability((x - Math.sqrt(alphaBar) * value) / sigma));
    }

    /**
     * The Kolmogorov–Smirnov distance to N(0, 1), for {@code 0 ≤ ᾱ < 1}, on a grid of x that is fine against noise of
     * {@code √(1 − ᾱ) ≥ .01}.
     */
    public double distanceToNormal(double alphaBar) {
        double worst = 0;
        for (int i = 0; i <= GRID; i++) {
            double x = REACH * (2. * i / GRID - 1);
            worst = Math.max(worst, Math.abs(cumulative(x, alphaBar) - STANDARD.cumulativeProbability(x)));
        }
        return worst;
    }

    private double mix(DoubleUnaryOperator component) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * component.applyAsDouble(values[i]);
        }
        return sum;
    }
}
