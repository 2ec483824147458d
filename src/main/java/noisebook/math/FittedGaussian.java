package noisebook.math;

import java.util.Arrays;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;

/**
 * Mean and covariance of a cloud of vectors; the covariance is divided by n − 1.
 *
 * @param mean d numbers
 * @param covariance d × d, symmetric
 * @param samples n, the number of vectors it was fitted to
 */
public record FittedGaussian(SimpleMatrix mean, SimpleMatrix covariance, int samples) {
    private static final int BLOCK = 4; // rows added at a time

    /**
     * Fits to rows.
     *
     * @throws IllegalArgumentException if there are fewer than two
     */
    public static FittedGaussian of(double[][] rows) {
        Require.atLeast(2, rows, "rows");
        int dimension = rows[0].length;
        double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return fit(flat.length / dimension, dimension, (row, column) -> flat[row * dimension + column]);
    }

    /**
     * Fits to rows that lie one after another, as pixels of images and features of a network do.
     *
     * @throws IllegalArgumentException if there are fewer than two rows, or a part of one
     */
    public static FittedGaussian of(float[] rows, int dimension) {
        if (dimension < 1 || rows.length % dimension != 0 || rows.length < 2 * dimension) {
            throw new IllegalArgumentException(
                    rows.length + " numbers are not at least two whole rows of " + dimension);
        }
        return fit(rows.length / dimension, dimension, (row, column) -> rows[row * dimension + column]);
    }

    private static FittedGaussian fit(int count, int dimension, Entry entry) {
        double[] mean = new double[dimension];
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < dimension; column++) {
                mean[column] += entry.at(row, column) / count;
            }
        }
        double[][] scatter = new double[dimension][dimension];
        double[][] block = new double[BLOCK][dimension];
        for (int start = 0; start < count; start += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                int row = start + i;
                Arrays.setAll(block[i], column -> row < count ? entry.at(row, column) - mean[column] : 0);
            }
            addOuterProducts(block[0], block[1], block[2], block[3], scatter);
        }
        SimpleMatrix covariance = new SimpleMatrix(dimension, dimension);
        for (int row = 0; row < dimension; row++) {
            for (int column = row; column < dimension; column++) {
                covariance.set(row, column, scatter[row][column] / (count - 1));
                covariance.set(column, row, scatter[row][column] / (count - 1));
            }
        }
        return new FittedGaussian(new SimpleMatrix(mean), covariance, count);
    }

    /** Four rows at once, so that the sums, too large for the fast caches, are walked over a quarter as often. */
    private static void addOuterProducts(double[] a, double[] b, double[] c, double[] d, double[][] upper) {
        for (int i = 0; i < a.length; i++) {
            double[] sums = upper[i];
            double ai = a[i];
            double bi = b[i];
            double ci = c[i];
            double di = d[i];
            for (int j = i; j < sums.length; j++) {
                sums[j] += ai * a[j] + bi * b[j] + ci * c[j] + di * d[j];
            }
        }
    }

    /** One number of the data. */
    @FunctionalInterface
    private interface Entry {
        double at(int row, int column);
    }

    /** How many numbers a vector has. */
    public int dimension() {
        return mean.getNumElements();
    }

    /** The variances along the principal axes, largest first; none is negative. */
    public double[] eigenvalues() {
        return SymmetricEigen.of(covariance).values().getDDRM().getData();
    }

    /**
     * {@code KL(N(m, C) ‖ N(0, I)) = ½ (mᵀm + tr C − d − log det C)}, in nats: 0 for mean 0 and covariance I only, infinite for a flat cloud.
     */
    public double klToStandard() {
        double kl = mean.dot(mean) / 2;
        for (double variance : eigenvalues()) {
            kl += (variance - 1 - Math.log(variance)) / 2;
        }
        return kl;
    }

    /** {@code count} vectors drawn from it; the same seed gives the same ones. */
    public double[][] draw(int count, long seed) {
        SimpleMatrix factor = SymmetricEigen.of(covariance).factor();
        Random random = new Random(seed);
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            SimpleMatrix epsilon = new SimpleMatrix(factor.getNumCols(), 1);
            for (int k = 0; k < factor.getNumCols(); k++) {
                epsilon.set(k, random.nextGaussian());
            }
            rows[i] = mean.plus(factor.mult(epsilon)).getDDRM().getData();
        }
        return rows;
    }
}
