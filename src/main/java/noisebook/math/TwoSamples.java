package noisebook.math;

import java.util.stream.IntStream;

/**
 * Two sets told apart by leaving one out: each point of two sets is taken for a member of the set that its nearest other point belongs to (Xu et al. 2018,
 * arXiv:1806.07755, after Lopez-Paz and Oquab 2017, who train on one half and test on the other).
 *
 * <p>The share that is right is about ½ for two sets of one distribution, near 1 for sets that lie apart, and below ½ where one set copies the other:
 * the nearest point of an original is then its copy.
 */
public final class TwoSamples {
    private TwoSamples() {}

    /**
     * The share of all points taken for what they are, in [0, 1]; the time grows as the square of their number.
     *
     * @param a n rows of d numbers
     * @param b n rows of d numbers
     * @throws IllegalArgumentException if the sets differ in size or have fewer than two points: a larger one would win by its size
     */
    public static double toldApart(double[][] a, double[][] b) {
        Require.atLeast(2, a, "a");
        int size = Require.sameLength(a, b);
        long right = IntStream.range(0, 2 * size)
                .parallel()
                .filter(i -> nearest(i, a, b) < size == i < size)
                .count();
        return right / (2. * size);
    }

    private static int nearest(int i, double[][] a, double[][] b) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < 2 * a.length; j++) {
            double squared = Distances.squared(row(i, a, b), row(j, a, b));
            if (j != i && squared < least) {
                least = squared;
                best = j;
            }
        }
        return best;
    }

    private static double[] row(int i, double[][] a, double[][] b) {
        return i < a.length ? a[i] : b[i - a.length];
    }
}
