package noisebook.math;

import java.util.function.ToDoubleBiFunction;

/**
 * Squared maximum mean discrepancy of two sets of points under the kernel {@code k(x, y) = exp(−‖x − y‖² / (2 h²))},
 * {@code E k(x, x') + E k(y, y') − 2 E k(x, y)} (Gretton et al. 2012, eq. 3). Unbiased: about 0, possibly below, for one distribution.
 */
public final class MaximumMeanDiscrepancy {
    private MaximumMeanDiscrepancy() {}

    /**
     * Of two sets of rows.
     *
     * @param bandwidth h, in the units of the points, above 0
     * @throws IllegalArgumentException if a set has fewer than two points
     */
    public static double squared(double[][] first, double[][] second, double bandwidth) {
        Require.atLeast(2, first, "first");
        Require.atLeast(2, second, "second");
        return within(first, bandwidth) + within(second, bandwidth) - 2 * across(first, second, bandwidth);
    }

    /**
     * The same of any kernel and with every pair counted, a point with itself, too (Gretton et al. 2012, eq. 5): never negative, and 0 for two equal sets.
     *
     * @param kernel symmetric and positive definite
     */
    public static double biased(double[][] first, double[][] second, ToDoubleBiFunction<double[], double[]> kernel) {
        return across(first, first, kernel) + across(second, second, kernel) - 2 * across(first, second, kernel);
    }

    /** Mean kernel of a set with itself, each point with the others only. */
    private static double within(double[][] points, double bandwidth) {
        int n = points.length;
        return (across(points, points, bandwidth) * n - 1) / (n - 1);
    }

    private static double across(double[][] first, double[][] second, double bandwidth) {
        return across(first, second, (a, b) -> Math.exp(-Distances.squared(a, b) / (2 * bandwidth * bandwidth)));
    }

    private static double across(double[][] first, double[][] second, ToDoubleBiFunction<double[], double[]> kernel) {
        double sum = 0;
        for (double[] a : first) {
            for (double[] b : second) {
                sum += kernel.applyAsDouble(a, b);
            }
        }
        return sum / first.length / second.length;
    }
}
