package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.math.Require;
import noisebook.tensor.Autocast;
import noisebook.tensor.Ops;

/**
 * {@code y = x Wᵀ + b}: (N, in) to (N, out), with W of shape (out, in) and b of shape (out). Inside {@link Autocast#bfloat16Matrices} a
 * matrix of which no side is short is multiplied in bfloat16.
 */
public final class Linear extends Network implements Layer {
    private static final int SHORT = 64;

    private final Parameter weight;
    private final Parameter bias;
    private final boolean large;

    /** Declares the layer with PyTorch's default start, uniform in ±1/√in. */
    public Linear(int in, int out) {
        this(in, out, Init.fanIn(in));
    }

    /** Declares the layer with its own start for the weight; the bias starts uniform in ±1/√in. */
    public Linear(int in, int out, Init init) {
        weight = parameter("weight", init, Require.positive("out", out), Require.positive("in", in));
        bias = parameter("bias", Init.fanIn(in), out);
        large = Math.min(in, out) >= SHORT;
    }

    @Override
    public NDArray forward(NDArray x) {
        MacCounter.add(
                x.getShape().size() / x.getShape().get(0) * weight.shape().get(0));
        return large && Autocast.matrices()
                ? Ops.linearBfloat16(x, weight.value(), bias.value())
                : Ops.linear(x, weight.value(), bias.value());
    }
}
