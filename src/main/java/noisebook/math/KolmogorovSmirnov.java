package noisebook.math;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/**
 * The Kolmogorov–Smirnov distance, {@code sup |F(x) − G(x)|} of two cumulative distributions; in [0, 1]. Between n samples and their
 * own distribution it is about {@code .87/√n}. Ties are treated exactly, so samples may be discrete.
 */
public final class KolmogorovSmirnov {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final KolmogorovSmirnovTest TEST = KolmogorovSmirnovTest.withDefaults();

    private KolmogorovSmirnov() {}

    /**
     * Between samples and a continuous distribution with the given cumulative probability.
     *
     * @throws IllegalArgumentException if there are fewer than two samples
     */
    public static double oneSample(double[] samples, DoubleUnaryOperator cumulative) {
        Require.atLeast(2, samples, "samples");
        return TEST.statistic(samples, cumulative);
    }

    /** Between samples and N(0, 1). */
    public static double toStandardNormal(double[] samples) {
        return oneSample(samples, STANDARD::cumulativeProbability);
    }

    /**
     * Between two sets of samples.
     *
     * @throws IllegalArgumentException if one has fewer than two
     */
    public static double twoSample(double[] first, double[] second) {
        Require.atLeast(2, first, "samples");
        Require.atLeast(2, second, "samples");
        return TEST.statistic(first, second);
    }
}
