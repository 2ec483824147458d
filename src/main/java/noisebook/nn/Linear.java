package noisebook.nn;

import ai.djl.ndarray.NDArray;

/** {@code y = x Wᵀ + b}: (N, in) to (N, out), with W of shape (out, in) and b of shape (out). */
public final class Linear extends Module implements Layer {
    private final Parameter weight;
    private final Parameter bias;

    /** Declares the layer with PyTorch's default start, uniform in ±1/√in. */
    public Linear(int in, int out) {
        this(in, out, Init.fanIn(in));
    }

    /** Declares the layer with its own start for the weight; the bias starts uniform in ±1/√in. */
    public Linear(int in, int out, Init init) {
        weight = parameter("weight", init, Sizes.positive("in", in, "out", out));
        bias = parameter("bias", Init.fanIn(in), out);
    }

    @Override
    public NDArray forward(NDArray x) {
        MacCounter.add(
                x.getShape().size() / x.getShape().get(0) * weight.shape().get(0));
        return ai.djl.nn.core.Linear.linear(x, weight.value(), bias.value()).head();
    }
}
