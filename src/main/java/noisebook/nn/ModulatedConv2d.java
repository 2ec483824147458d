package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.math.Require;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/**
 * A convolution whose weight a style scales for each sample, {@code w'_oik = s_i w_oik / √(Σ_ik (s_i w_oik)² + 1e-8)} with
 * {@code s = 1 + A style + a} (Karras et al. 2020, eq. 1 and 3): (N, in, H, W) and a style (N, style) to (N, out, H, W). White input of variance 1
 * gives results of variance 1, whatever the style. The input is scaled instead of the weight and the result by the root, so that one convolution
 * serves all samples.
 */
public final class ModulatedConv2d extends Network {
    private static final float STABILIZER = 1e-8f;

    private final Linear style;
    private final Parameter weight;
    private final Parameter bias;
    private final int kernel;

    /** Declares the layer; the kernel is odd. */
    public ModulatedConv2d(int in, int out, int kernel, int style) {
        Require.positive("in", in);
        Require.positive("out", out);
        this.kernel = Require.odd("kernel", kernel);
        weight = parameter("weight", Init.fanIn(in * kernel * kernel), out, in, kernel, kernel);
        bias = parameter("bias", Init.constant(0), out);
        this.style = child("style", new Linear(style, in));
    }

    /** Applies the layer to features (N, in, H, W) in a style (N, style). */
    public NDArray forward(NDArray x, NDArray styles) {
        Tensors.requireShape("x", x, -1, weight.shape().get(1), -1, -1);
        return Scope.tidy(() -> {
            long n = x.getShape().get(0);
            NDArray scale = style.forward(styles).add(1); // (N, in)
            NDArray none = x.getManager().zeros(bias.shape());
            NDArray y = Ops.conv2d(x.mul(scale.reshape(n, -1, 1, 1)), weight.value(), none, 1, kernel / 2);
            MacCounter.add(
                    y.getShape().get(2) * y.getShape().get(3) * weight.shape().size());
            return Ops.shift(
                    y.mul(demodulation(scale).reshape(n, -1, 1, 1)),
                    none.reshape(1, -1)
                            .add(bias.value())
                            .broadcast(n, bias.shape().get(0)));
        });
    }

    /** {@code 1 / √(Σ_ik (s_i w_oik)² + 1e-8)}, (N, out). */
    private NDArray demodulation(NDArray scale) {
        NDArray own = scale.getManager().ones(weight.shape()).mul(weight.value()); // a weight is never the receiver
        NDArray squares = own.square().sum(new int[] {2, 3}); // (out, in)
        return scale.square().matMul(squares.transpose()).add(STABILIZER).sqrt().pow(-1);
    }
}
