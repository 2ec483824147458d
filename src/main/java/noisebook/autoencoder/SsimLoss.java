package noisebook.autoencoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import noisebook.picture.Ssim;
import noisebook.tensor.Ops;

/**
 * {@code 1 − SSIM} as a function that can be differentiated; the same windows and constants as {@link Ssim} (Wang et al. 2004, eq. 13).
 *
 * <p>The window is an outer product g gᵀ, so all windowed means of an image X are the matrix {@code G X Gᵀ}, where row i of G holds g from
 * column i on.
 */
final class SsimLoss {
    private SsimLoss() {}

    /** The mean over images and windows; a and b are (N, 1, H, W) with pixels in [0, 1]. */
    static NDArray between(NDArray a, NDArray b) {
        NDArray columns = sliding(a, a.getShape().get(3)); // (W, W − 10)
        NDArray rows = sliding(a, a.getShape().get(2)); // (H, H − 10)
        NDArray meanA = windowed(a, columns, rows);
        NDArray meanB = windowed(b, columns, rows);
        NDArray both = meanA.mul(meanB);
        NDArray squares = meanA.square().add(meanB.square());
        NDArray covariance = windowed(a.mul(b), columns, rows).sub(both);
        NDArray variances = windowed(a.square().add(b.square()), columns, rows).sub(squares);
        NDArray similarity = Ops.scale(both, 2)
                .add(Ssim.C1)
                .mul(Ops.scale(covariance, 2).add(Ssim.C2))
                .div(squares.add(Ssim.C1).mul(variances.add(Ssim.C2)));
        return similarity.mean().neg().add(1);
    }

    /** The weighted mean of each window, transposed, which their overall mean does not see. */
    private static NDArray windowed(NDArray x, NDArray columns, NDArray rows) {
        return x.matMul(columns).transpose(0, 1, 3, 2).matMul(rows); // (N, 1, W − 10, H − 10)
    }

    /** Gᵀ, (size, size − 10). */
    private static NDArray sliding(NDArray like, long size) {
        double[] weights = Ssim.weights();
        int windows = (int) size - weights.length + 1;
        if (windows < 1) {
            throw new IllegalArgumentException(
                    "SSIM needs sides of at least " + weights.length + " pixels, had " + size);
        }
        double[] matrix = new double[(int) size * windows];
        for (int window = 0; window < windows; window++) {
            for (int k = 0; k < weights.length; k++) {
                matrix[(window + k) * windows + window] = weights[k];
            }
        }
        return like.getManager().create(matrix, new Shape(size, windows)).toType(like.getDataType(), false);
    }
}
