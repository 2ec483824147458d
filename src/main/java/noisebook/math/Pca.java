package noisebook.math;

import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;

/**
 * Principal components: the k directions in which data varies most. No linear autoencoder with a k-dimensional code has a smaller
 * squared error (Baldi and Hornik 1989).
 */
public final class Pca {
    private final SimpleMatrix mean; // (d, 1)
    private final SimpleMatrix components; // (d, k), orthonormal columns

    private Pca(SimpleMatrix mean, SimpleMatrix components) {
        this.mean = mean;
        this.components = components;
    }

    /**
     * The first k components.
     *
     * @throws IllegalArgumentException if k is not in [1, d]
     */
    public static Pca of(FittedGaussian data, int k) {
        if (k < 1 || k > data.dimension()) {
            throw new IllegalArgumentException("k must be in [1, " + data.dimension() + "], was " + k);
        }
        return new Pca(
                data.mean(), SymmetricEigen.of(data.covariance()).vectors().cols(0, k));
    }

    /** d × k, orthonormal columns, the direction of the largest variance first. */
    public SimpleMatrix components() {
        return components;
    }

    /** The k coordinates of a vector. */
    public double[] encode(double[] x) {
        return components
                .transpose()
                .mult(new SimpleMatrix(x).minus(mean))
                .getDDRM()
                .getData();
    }

    /** The vector with these k coordinates. */
    public double[] decode(double[] z) {
        return components.mult(new SimpleMatrix(z)).plus(mean).getDDRM().getData();
    }

    /**
     * Mean squared error per number between rows, one after another, and their reconstructions.
     *
     * @throws IllegalArgumentException if the numbers are not whole rows of d
     */
    public double reconstructionMse(float[] rows) {
        int dimension = mean.getNumElements();
        if (rows.length == 0 || rows.length % dimension != 0) {
            throw new IllegalArgumentException(rows.length + " numbers are not whole rows of " + dimension);
        }
        double sum = 0;
        double[] x = new double[dimension];
        for (int start = 0; start < rows.length; start += dimension) {
            int first = start;
            Arrays.setAll(x, i -> rows[first + i]);
            double[] y = decode(encode(x));
            for (int i = 0; i < dimension; i++) {
                sum += (x[i] - y[i]) * (x[i] - y[i]);
            }
        }
        return sum / rows.length;
    }
}
