package noisebook.math;

import java.util.Arrays;

/**
 * Fidelity and coverage of samples, by neighbourhoods: a set's manifold is the union of balls round its points, each reaching to its
 * k-th nearest neighbour (Kynkäänniemi et al. 2019).
 *
 * <p>Both depend on the number of points and on k: few points, or a large k, make wide balls that hold everything. Two sets of one distribution
 * come to less than 1 (real digits to about .85 at n = 2,000, k = 3). So compare at equal n and k only.
 *
 * @param precision share of the samples inside the manifold of the data
 * @param recall share of the data inside the manifold of the samples
 */
public record PrecisionRecall(double precision, double recall) {
    /**
     * Measures both, in a time that grows as the square of the number of points.
     *
     * @param data n rows of d numbers
     * @param samples m rows of d numbers
     * @param k which neighbour a ball reaches; the paper takes 3
     * @throws IllegalArgumentException if k is below 1, or a set has no k-th neighbour
     */
    public static PrecisionRecall of(double[][] data, double[][] samples, int k) {
        Require.positive("k", k);
        Require.atLeast(k + 1, data, "data");
        Require.atLeast(k + 1, samples, "samples");
        return new PrecisionRecall(shareInside(samples, data, k), shareInside(data, samples, k));
    }

    private static double shareInside(double[][] points, double[][] manifold, int k) {
        double[] radii = Distances.squaredToNeighbour(manifold, k);
        long inside = Arrays.stream(points)
                .filter(point -> isInside(point, manifold, radii))
                .count();
        return inside / (double) points.length;
    }

    private static boolean isInside(double[] point, double[][] manifold, double[] radii) {
        for (int i = 0; i < radii.length; i++) {
            if (Distances.squared(point, manifold[i]) <= radii[i]) {
                return true;
            }
        }
        return false;
    }
}
