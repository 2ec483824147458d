package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.math.Require;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;

/** Layer normalisation (Ba et al. 2016): (…, width) to the same shape, each row to mean 0 and variance 1, then scaled and shifted. */
public final class LayerNorm extends Network implements Layer {
    private final int width;
    private final Parameter weight;
    private final Parameter bias;

    /** Declares the layer. */
    public LayerNorm(int width) {
        this.width = Require.positive("width", width);
        weight = parameter("weight", Init.constant(1), width);
        bias = parameter("bias", Init.constant(0), width);
    }

    @Override
    public NDArray forward(NDArray x) {
        return Scope.tidy(() -> Ops.groupNorm(x.reshape(-1, width, 1, 1), 1, weight.value(), bias.value())
                .reshape(x.getShape())); // one group of all channels
    }
}
