package noisebook.edit;

import ai.djl.ndarray.NDArray;

/**
 * How far two pictures are apart in style: which features go together, wherever they are (Gatys et al. 2016). With {@code G = Σ_p f_p f_pᵀ / pixels} of the features f_p of each pixel the loss is
 * {@code ‖G_a − G_b‖²}, the sum of squares. It is the squared maximum mean discrepancy of the two sets of pixels under the kernel {@code (xᵀy)²} (Li et al. 2017).
 */
public final class GramLoss {
    private GramLoss() {}

    /** G of features (N, C, H, W): (N, C, C). */
    public static NDArray matrix(NDArray features) {
        long pixels = features.size(2) * features.size(3);
        NDArray flat = features.reshape(features.size(0), features.size(1), pixels);
        NDArray scaled = flat.div(flat.getManager().create((float) Math.sqrt((double) pixels)));
        return scaled.batchMatMul(scaled.transpose(0, 2, 1));
    }

    /**
     * The loss of two batches of features, (N, C, H, W) each; heights and widths may differ between them.
     *
     * @return the mean over N, a scalar
     */
    public static NDArray of(NDArray a, NDArray b) {
        return matrix(a).sub(matrix(b)).square().sum(new int[] {1, 2}).mean();
    }
}
