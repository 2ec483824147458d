package noisebook.math;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Kolmogorov–Smirnov distance, {@code sup |F(x) − G(x)|} of two cumulative distributions; in [0, 1]. Between n samples and their
 * own distribution it is about {@code .87/√n}. Ties are treated exactly, so samples may be discrete.
 */
public final class KolmogorovSmirnov {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private KolmogorovSmirnov() {}

    /**
     * Between samples and a continuous distribution with the given cumulative probability.
     *
     * @throws IllegalArgumentException if there are no samples
     */
    public static double oneSample(double[] samples, DoubleUnaryOperator cumulative) {
        double[] sorted = sorted(samples);
        int n = sorted.length;
        double worst = 0;
        for (int i = 0; i < n; i++) {
            double expected = cumulative.applyAsDouble(sorted[i]);
            worst = Math.max(worst, Math.max(expected - i / (double) n, (i + 1) / (double) n - expected));
        }
        return worst;
    }

    /** Between samples and N(0, 1). */
    public static double toStandardNormal(double[] samples) {
        return oneSample(samples, STANDARD::cumulativeProbability);
    }

    /**
     * Between two sets of samples.
     *
     * @throws IllegalArgumentException if one is empty
     */
    public static double twoSample(double[] first, double[] second) {
        double[] a = sorted(first);
        double[] b = sorted(second);
        double worst = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double x = Math.min(a[i], b[j]);
            i = skip(a, i, x);
            j = skip(b, j, x);
            worst = Math.max(worst, Math.abs(i / (double) a.length - j / (double) b.length));
        }
        return worst;
    }

    private static int skip(double[] sorted, int from, double x) {
        int i = from;
        while (i < sorted.length && sorted[i] <= x) {
            i++;
        }
        return i;
    }

    private static double[] sorted(double[] samples) {
        Require.atLeast(1, samples, "samples");
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
