package noisebook.math;

import java.util.Arrays;

/**
 * Fidelity and coverage of samples, by neighbourhoods: a set's manifold is the union of balls round its points, each reaching to its
 * k-th nearest neighbour (Kynkäänniemi et al. 2019).
 *
 * @param precision share of the samples inside the manifold of the data
 * @param recall share of the data inside the manifold of the samples
 */
public record PrecisionRecall(double precision, double recall) {
    /**
     * Measures both.
     *
     * @param k which neighbour a ball reaches; the paper takes 3
     * @throws IllegalArgumentException if k is below 1, or a set has no k-th neighbour
     */
    public static PrecisionRecall of(double[][] data, double[][] samples, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, was " + k);
        }
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
