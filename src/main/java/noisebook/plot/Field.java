package noisebook.plot;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import noisebook.math.Doubles;
import noisebook.math.Require;

/**
 * A scalar function of the plane, sampled at the centres of a grid of equal cells.
 *
 * @param xLow left edge
 * @param xHigh right edge
 * @param yLow lower edge
 * @param yHigh upper edge
 * @param columns cells along x
 * @param rows cells along y
 * @param values (rows, columns), row-major, the row of the least y first
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
public record Field(double xLow, double xHigh, double yLow, double yHigh, int columns, int rows, double[] values) {
    /**
     * Checks the grid.
     *
     * @throws IllegalArgumentException if a range is empty, a size is not positive, or {@code values} does not fill it
     */
    public Field {
        Require.range("x", xLow, xHigh);
        Require.range("y", yLow, yHigh);
        Require.positive("columns", columns);
        Require.positive("rows", rows);
        Require.sameLength("values", values.length, "columns × rows", columns * rows);
        Require.finite("values", values);
    }

    /** Samples {@code f} on {@code cells} × {@code cells} over the square [low, high]². */
    public static Field of(double low, double high, int cells, DoubleBinaryOperator f) {
        Field points = new Field(low, high, low, high, cells, cells, new double[cells * cells]);
        for (int row = 0; row < cells; row++) {
            for (int column = 0; column < cells; column++) {
                points.values[row * cells + column] = f.applyAsDouble(points.x(column), points.y(row));
            }
        }
        return new Field(low, high, low, high, cells, cells, points.values);
    }

    /** The cell centres as (rows × columns, 2) points: what a network is asked to fill {@link #values} with. */
    public static float[] points(double low, double high, int cells) {
        Field grid = new Field(low, high, low, high, cells, cells, new double[cells * cells]);
        float[] points = new float[2 * cells * cells];
        for (int row = 0, next = 0; row < cells; row++) {
            for (int column = 0; column < cells; column++) {
                points[next++] = (float) grid.x(column);
                points[next++] = (float) grid.y(row);
            }
        }
        return points;
    }

    /** The field whose values a network gave at {@link #points}. */
    public static Field of(double low, double high, int cells, float[] values) {
        return new Field(low, high, low, high, cells, cells, Doubles.of(values));
    }

    double x(double column) {
        return xLow + (column + .5) / columns * (xHigh - xLow);
    }

    double y(double row) {
        return yLow + (row + .5) / rows * (yHigh - yLow);
    }

    /** Where x lies among the columns: 0 at the centre of the first. */
    double column(double x) {
        return (x - xLow) / (xHigh - xLow) * columns - .5;
    }

    /** Where y lies among the rows. */
    double row(double y) {
        return (y - yLow) / (yHigh - yLow) * rows - .5;
    }

    /** The value between four samples, bilinear; within the outermost. */
    double between(double column, double row) {
        int left = Math.min((int) column, Math.max(0, columns - 2));
        int low = Math.min((int) row, Math.max(0, rows - 2));
        int right = Math.min(left + 1, columns - 1);
        int high = Math.min(low + 1, rows - 1);
        double u = column - left;
        double v = row - low;
        return (1 - v) * ((1 - u) * at(left, low) + u * at(right, low))
                + v * ((1 - u) * at(left, high) + u * at(right, high));
    }

    double at(int column, int row) {
        return values[row * columns + column];
    }

    double least() {
        return Arrays.stream(values).min().orElseThrow();
    }

    double greatest() {
        return Arrays.stream(values).max().orElseThrow();
    }
}
