package noisebook.math;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The medians of parts of N(0, 1) that are equally probable, for walking over a latent space as densely as its prior does. */
public final class NormalQuantiles {
    private NormalQuantiles() {}

    /**
     * The quantiles at {@code (i + ½)/n}, rising and symmetric about 0.
     *
     * @throws IllegalArgumentException if {@code n < 1}
     */
    public static double[] of(int n) {
        Require.positive("n", n);
        NormalDistribution standard = NormalDistribution.of(0, 1);
        double[] quantiles = new double[n];
        Arrays.setAll(quantiles, i -> standard.inverseCumulativeProbability((i + .5) / n));
        return quantiles;
    }
}
