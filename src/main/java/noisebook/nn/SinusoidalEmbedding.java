package noisebook.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import noisebook.tensor.Ops;

/**
 * Timesteps as points on circles (Vaswani et al. 2017, section 3.5): (N) to (N, dim), the sines and then the cosines of
 * {@code t · 10000^(−i/half)}, i = 0 … half − 1, half = dim/2. Every row has norm √half.
 */
public final class SinusoidalEmbedding implements Layer {
    private final int half;

    /** An embedding of an even size. */
    public SinusoidalEmbedding(int dim) {
        if (dim < 2 || dim % 2 != 0) {
            throw new IllegalArgumentException("the embedding's size must be even and at least 2, was " + dim);
        }
        half = dim / 2;
    }

    @Override
    public NDArray forward(NDArray t) {
        NDArray steps = t.getManager().arange(half).toType(DataType.FLOAT32, false);
        NDArray frequencies = Ops.scale(steps, -Math.log(10_000) / half).exp();
        NDArray angles = t.reshape(-1, 1).mul(frequencies.reshape(1, half));
        return angles.sin().concat(angles.cos(), 1);
    }
}
