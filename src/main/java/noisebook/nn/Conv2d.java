package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.math.Require;
import noisebook.tensor.Autocast;
import noisebook.tensor.Ops;

/**
 * Two-dimensional convolution with a square kernel: (N, in, H, W) to (N, out, H', W') with H' = (H + 2·padding − kernel) / stride + 1;
 * weight (out, in, kernel, kernel), bias (out). Inside {@link Autocast} it multiplies in bfloat16.
 */
public final class Conv2d extends Network implements Layer {
    private final Parameter weight;
    private final Parameter bias;
    private final int stride;
    private final int padding;

    /** Declares the layer with PyTorch's default start, uniform in ±1/√(in·kernel²). */
    public Conv2d(int in, int out, int kernel, int stride, int padding) {
        this(in, out, kernel, stride, padding, Init.fanIn(in * kernel * kernel));
    }

    /** Declares the layer with its own start for the weight. */
    public Conv2d(int in, int out, int kernel, int stride, int padding, Init init) {
        Require.positive("in", in);
        Require.positive("out", out);
        Require.positive("kernel", kernel);
        Require.positive("stride", stride);
        weight = parameter("weight", init, out, in, kernel, kernel);
        bias = parameter("bias", Init.fanIn(in * kernel * kernel), out);
        this.stride = stride;
        this.padding = padding;
    }

    /** The usual 3×3 layer that keeps height and width. */
    public static Conv2d same3x3(int in, int out) {
        return new Conv2d(in, out, 3, 1, 1);
    }

    @Override
    public NDArray forward(NDArray x) {
        NDArray y = Ops.conv2d(x, weight.value(), bias.value(), stride, padding);
        MacCounter.add(
                y.getShape().get(2) * y.getShape().get(3) * weight.shape().size());
        return y;
    }
}
