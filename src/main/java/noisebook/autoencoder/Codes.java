package noisebook.autoencoder;

import java.util.Arrays;
import java.util.Random;
import noisebook.math.FittedGaussian;

/** Codes that no image was encoded to, to see what a decoder makes of them: rows of latentDim numbers. */
public final class Codes {
    private Codes() {}

    /** From N(0, I): the guess of someone who knows nothing of the encoder. */
    public static double[][] standardNormal(int count, int latentDim, long seed) {
        Random random = new Random(seed);
        double[][] z = new double[count][latentDim];
        for (double[] row : z) {
            Arrays.setAll(row, k -> random.nextGaussian());
        }
        return z;
    }

    /** From the Gaussian with the mean and covariance of these codes. */
    public static double[][] gaussianLike(double[][] codes, int count, long seed) {
        return FittedGaussian.of(codes).draw(count, seed);
    }

    /** Uniform in the bounding box of these codes. */
    public static double[][] uniformInBox(double[][] codes, int count, long seed) {
        Random random = new Random(seed);
        double[] low = low(codes);
        double[] high = high(codes);
        double[][] z = new double[count][low.length];
        for (double[] row : z) {
            Arrays.setAll(row, k -> low[k] + (high[k] - low[k]) * random.nextDouble());
        }
        return z;
    }

    /**
     * The centres of side × side cells of the bounding box of these codes, row by row from the top, so that decoded images lie as in a chart.
     *
     * @throws IllegalArgumentException if the codes are not in the plane
     */
    public static double[][] grid(double[][] codes, int side) {
        if (codes[0].length != 2) {
            throw new IllegalArgumentException("a grid needs codes of 2 numbers, had " + codes[0].length);
        }
        double[] low = low(codes);
        double[] high = high(codes);
        double[][] z = new double[side * side][2];
        for (int i = 0; i < z.length; i++) {
            int column = i % side;
            int row = i / side;
            z[i][0] = low[0] + (high[0] - low[0]) * (column + .5) / side;
            z[i][1] = high[1] - (high[1] - low[1]) * (row + .5) / side;
        }
        return z;
    }

    private static double[] low(double[][] codes) {
        return bound(codes, false);
    }

    private static double[] high(double[][] codes) {
        return bound(codes, true);
    }

    private static double[] bound(double[][] codes, boolean upper) {
        double[] bound = codes[0].clone();
        for (double[] row : codes) {
            Arrays.setAll(bound, k -> upper ? Math.max(bound[k], row[k]) : Math.min(bound[k], row[k]));
        }
        return bound;
    }
}
