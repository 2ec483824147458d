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
        Require.atLeast(1, points, "points");
        int[] columns = cells(points, 0, side);
        int[] rows = cells(points, 1, side);
        boolean[] full = new boolean[side * side];
        for (int i = 0; i < points.length; i++) {
            full[rows[i] * side + columns[i]] = true;
        }
        int empty = 0;
        for (boolean hasPoint : full) {
            empty += hasPoint ? 0 : 1;
        }
        return empty / (double) full.length;
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
