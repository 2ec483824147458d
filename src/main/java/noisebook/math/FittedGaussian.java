package noisebook.math;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.simple.SimpleMatrix;

/**
 * Mean and covariance of a cloud of vectors; the covariance is divided by n − 1.
 *
 * @param mean d numbers
 * @param covariance d × d, symmetric
 * @param samples n, the number of vectors it was fitted to
 */
public record FittedGaussian(SimpleMatrix mean, SimpleMatrix covariance, int samples) {
    private static final int BLOCK = 512; // rows centred at a time

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
        DMatrixRMaj scatter = new DMatrixRMaj(dimension, dimension);
        DMatrixRMaj product = new DMatrixRMaj(dimension, dimension);
        for (int start = 0; start < count; start += BLOCK) {
            CommonOps_DDRM.multInner(centred(start, Math.min(count, start + BLOCK), mean, entry), product);
            CommonOps_DDRM.addEquals(scatter, product);
        }
        CommonOps_DDRM.divide(scatter, count - 1);
        return new FittedGaussian(new SimpleMatrix(mean), SimpleMatrix.wrap(scatter), count);
    }

    private static DMatrixRMaj centred(int start, int end, double[] mean, Entry entry) {
        DMatrixRMaj block = new DMatrixRMaj(end - start, mean.length);
        for (int row = start; row < end; row++) {
            for (int column = 0; column < mean.length; column++) {
                block.set(row - start, column, entry.at(row, column) - mean[column]);
            }
        }
        return block;
    }

    /** One number of the data. */
    @FunctionalInterface
    private interface Entry {
        double at(int row, int column);
    }

    /** d. */
    public int dimension() {
        return mean.getNumElements();
    }

    /** The variances along the principal axes, largest first; none is negative. */
    public double[] eigenvalues() {
        return SymmetricEigen.of(covariance).values().getDDRM().getData();
    }
}
