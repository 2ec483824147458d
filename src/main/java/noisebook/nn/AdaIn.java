package noisebook.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import noisebook.tensor.Ops;

/** Adaptive instance normalisation (Huang and Belongie 2017): each map of each sample loses its mean and its deviation and is given others. */
public final class AdaIn {
    private static final float STABILIZER = 1e-5f; // that of the group norm

    private AdaIn() {}

    /**
     * {@code (1 + scale) (x − μ(x)) / σ(x) + shift}, mean and deviation taken over each map of each sample (Karras et al. 2019, eq. 1); 1e-5 is added to σ².
     *
     * @param x (N, C, H, W)
     * @param scaleAndShift (N, 2C): the scales, then the shifts
     */
    public static NDArray of(NDArray x, NDArray scaleAndShift) {
        int maps = (int) x.size(1);
        NDArray ones = x.getManager().ones(new Shape(maps));
        return Ops.modulate(Ops.groupNorm(x, maps, ones, ones.zerosLike()), scaleAndShift);
    }

    /**
     * x with the mean and the deviation that each map of other features has (Huang and Belongie 2017, eq. 8): x again where both are the same.
     *
     * @param x (N, C, H, W)
     * @param style (N, C, H', W')
     */
    public static NDArray transfer(NDArray x, NDArray style) {
        return of(x, statistics(style));
    }

    /** Deviation less 1, then mean, of each map of features (N, C, H, W): (N, 2C), what {@link #of} takes. */
    public static NDArray statistics(NDArray features) {
        NDArray flat = features.reshape(features.size(0), features.size(1), features.size(2) * features.size(3));
        NDArray mean = flat.mean(new int[] {2});
        NDArray variance = flat.sub(mean.expandDims(2)).square().mean(new int[] {2});
        return variance.add(STABILIZER).sqrt().sub(1).concat(mean, 1);
    }
}
