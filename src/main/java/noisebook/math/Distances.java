package noisebook.math;

import java.util.Arrays;

/** Euclidean distances between points. */
public final class Distances {
    private Distances() {}

    /** {@code ‖a − b‖²}. */
    public static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    /** The index of the closest of the points. */
    public static int nearest(double[] point, double[][] points) {
        Require.atLeast(1, points, "points");
        int best = 0;
        for (int i = 1; i < points.length; i++) {
            if (squared(point, points[i]) < squared(point, points[best])) {
                best = i;
            }
        }
        return best;
    }

    /** The squared distance of each point to its k-th nearest other one. */
    static double[] squaredToNeighbour(double[][] points, int k) {
        double[] radii = new double[points.length];
        Arrays.setAll(radii, i -> {
            double[] all = Arrays.stream(points)
                    .mapToDouble(other -> squared(points[i], other))
                    .toArray();
            Arrays.sort(all);
            return all[k]; // the point itself is the 0-th
        });
        return radii;
    }
}
