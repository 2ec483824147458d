package noisebook.evaluate;

import java.util.stream.IntStream;

/**
 * The closest of a set of candidates to each of some points, by Euclidean distance: what a generator that copies its training set betrays
 * itself by.
 */
public final class Neighbours {
    private final int[] indices;
    private final double[] distances;

    private Neighbours(int[] indices, double[] distances) {
        this.indices = indices;
        this.distances = distances;
    }

    /**
     * Searches all candidates.
     *
     * @param points rows of {@code dimension} numbers
     * @param candidates rows of {@code dimension} numbers
     */
    static Neighbours of(float[] points, float[] candidates, int dimension) {
        int[] indices = IntStream.range(0, points.length / dimension)
                .parallel()
                .map(i -> nearest(points, i, candidates, dimension))
                .toArray();
        double[] distances = IntStream.range(0, indices.length)
                .mapToDouble(
                        i -> Math.sqrt(squared(points, i, candidates, indices[i], dimension, Double.POSITIVE_INFINITY)))
                .toArray();
        return new Neighbours(indices, distances);
    }

    /** Which candidate is closest, one a point. */
    public int[] indices() {
        return indices;
    }

    /** How far it is, one a point: for images ‖x − y‖ over all pixels in [0, 1], where two MNIST digits are about 10 apart. */
    public double[] distances() {
        return distances;
    }

    private static int nearest(float[] points, int i, float[] candidates, int dimension) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < candidates.length / dimension; j++) {
            double squared = squared(points, i, candidates, j, dimension, least);
            if (squared < least) {
                least = squared;
                best = j;
            }
        }
        return best;
    }

    /** The squared distance, or anything from {@code enough} on once it is passed. */
    private static double squared(float[] points, int i, float[] candidates, int j, int dimension, double enough) {
        double sum = 0;
        for (int k = 0; k < dimension && sum < enough; k++) {
            double gap = points[i * dimension + k] - candidates[j * dimension + k];
            sum += gap * gap;
        }
        return sum;
    }
}
