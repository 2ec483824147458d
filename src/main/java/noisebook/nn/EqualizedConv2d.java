package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.math.Require;
import noisebook.tensor.Ops;

/** {@link Conv2d} whose weights are kept at size 1 and act multiplied by {@code √2 / (kernel √in)}, as before a ReLU; see {@link EqualizedLinear}. */
public final class EqualizedConv2d extends Network implements Layer {
    private final Parameter weight;
    private final Parameter bias;
    private final int stride;
    private final int padding;
    private final float factor;

    /** Declares the layer. */
    public EqualizedConv2d(int in, int out, int kernel, int stride, int padding) {
        Require.positive("in", in);
        Require.positive("out", out);
        Require.positive("kernel", kernel);
        weight = parameter("weight", Init.normal(1), out, in, kernel, kernel);
        bias = parameter("bias", Init.constant(0), out);
        this.stride = stride;
        this.padding = padding;
        factor = (float) (Math.sqrt(2.0 / in) / kernel);
    }

    @Override
    public NDArray forward(NDArray x) {
        NDArray y = Ops.conv2d(x, EqualizedLinear.times(x, weight, factor), bias.value(), stride, padding);
        MacCounter.add(y.size(2) * y.size(3) * weight.shape().size());
        return y;
    }
}
