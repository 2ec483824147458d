package noisebook.math;

import java.util.Arrays;

/** Floats of images and tensors as doubles, and back. */
public final class Doubles {
    private Doubles() {}

    /** The same numbers. */
    public static double[] of(float[] values) {
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }

    /**
     * Rows of one length that lie one after another.
     *
     * @throws IllegalArgumentException if they are not whole rows
     */
    public static double[][] rows(float[] values, int length) {
        if (values.length % length != 0) {
            throw new IllegalArgumentException(values.length + " numbers are not whole rows of " + length);
        }
        double[][] rows = new double[values.length / length][];
        Arrays.setAll(rows, i -> of(Arrays.copyOfRange(values, i * length, (i + 1) * length)));
        return rows;
    }

    /**
     * The value in the middle, or the mean of the two there.
     *
     * @throws IllegalArgumentException if there are no values
     */
    public static double median(double[] values) {
        Require.atLeast(1, values, "values");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int upper = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
    }

    /** One column of rows, 0-based. */
    public static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    /** Rows of one length, one after another, as the floats that tensors and charts take. */
    public static float[] floats(double[][] rows) {
        int length = rows.length == 0 ? 0 : rows[0].length;
        float[] flat = new float[rows.length * length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) rows[i / length][i % length];
        }
        return flat;
    }

    /**
     * Points (x, y), (N, 2) row-major, as the floats that charts take.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static float[] points(double[] x, double[] y) {
        float[] points = new float[2 * Require.sameLength(x, y)];
        for (int i = 0; i < x.length; i++) {
            points[2 * i] = (float) x[i];
            points[2 * i + 1] = (float) y[i];
        }
        return points;
    }

    /** Floats one after another: rows of images from several sources. */
    public static float[] join(float[]... parts) {
        float[] all =
                new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int next = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, next, part.length);
            next += part.length;
        }
        return all;
    }
}
