package noisebook.math;

import java.util.Arrays;

/** Holes in a cloud of points in the plane. */
public final class EmptyCells {
    private EmptyCells() {}

    /**
     * The share of cells without a point when the bounding box of the points is cut into side × side cells.
     *
     * @param points rows of two coordinates
     * @throws IllegalArgumentException if there are no points
     */
    public static double share(double[][] points, int side) {
        return 1 - Arrays.stream(taken(points, side)).sum() / (side * side);
    }

    /** The same cells, 1 where there is a point and 0 where there is none, row by row from the greatest second coordinate down, as a picture lies. */
    public static double[] taken(double[][] points, int side) {
        Require.atLeast(1, points, "points");
        int[] columns = cells(points, 0, side);
        int[] rows = cells(points, 1, side);
        double[] taken = new double[side * side];
        for (int i = 0; i < points.length; i++) {
            taken[(side - 1 - rows[i]) * side + columns[i]] = 1;
        }
        return taken;
    }

    private static int[] cells(double[][] points, int axis, int side) {
        double[] values =
                Arrays.stream(points).mapToDouble(point -> point[axis]).toArray();
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        double scale = high > low ? side / (high - low) : 0;
        return Arrays.stream(values)
                .mapToInt(value -> Math.min(side - 1, (int) ((value - low) * scale)))
                .toArray();
    }
}
