package noisebook.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How far two series move together, in [-1, 1]; NaN if one of them is constant. */
public final class Correlation {
    private Correlation() {}

    /**
     * Linear correlation (Pearson).
     *
     * @throws IllegalArgumentException if the lengths differ or are below 2
     */
    public static double pearson(double[] a, double[] b) {
        Require.atLeast(2, a, "a series");
        Moments momentsA = Moments.of(a);
        Moments momentsB = Moments.of(b);
        double sum = 0;
        for (int i = 0; i < Require.sameLength(a, b); i++) {
            sum += (a[i] - momentsA.mean()) * (b[i] - momentsB.mean());
        }
        return sum / a.length / Math.sqrt(momentsA.variance() * momentsB.variance());
    }

    /**
     * Correlation of the ranks (Spearman), which any rising map leaves as it is; equal values share their mean rank.
     *
     * @throws IllegalArgumentException if the lengths differ or are below 2
     */
    public static double spearman(double[] a, double[] b) {
        return pearson(ranks(a), ranks(b));
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int start = 0, end; start < order.length; start = end) {
            end = start + 1;
            while (end < order.length && values[order[end]] == values[order[start]]) {
                end++;
            }
            double shared = (start + end - 1) / 2.;
            Arrays.stream(order, start, end).forEach(i -> ranks[i] = shared);
        }
        return ranks;
    }
}
