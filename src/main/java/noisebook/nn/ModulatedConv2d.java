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

    private final EqualizedLinear style;
    private final Parameter weight;
    private final Parameter bias;
    private final int kernel;
    private final boolean demodulated;
    private final float size; // of the weights as they act, as in EqualizedLinear

    /** Declares the layer; the kernel is odd. */
    public ModulatedConv2d(int in, int out, int kernel, int style) {
        this(in, out, kernel, style, true);
    }

    private ModulatedConv2d(int in, int out, int kernel, int style, boolean demodulated) {
        Require.positive("in", in);
        Require.positive("out", out);
        this.kernel = Require.odd("kernel", kernel);
        this.demodulated = demodulated;
        weight = parameter("weight", Init.normal(1), out, in, kernel, kernel);
        size = (float) (1 / Math.sqrt(in * kernel * kernel));
        bias = parameter("bias", Init.constant(0), out);
        this.style = child("style", new EqualizedLinear(style, in, 1, 1));
    }

    /** The same without the root: the style decides how large the result is. So the last layer is made, which paints. */
    public static ModulatedConv2d withoutDemodulation(int in, int out, int kernel, int style) {
        return new ModulatedConv2d(in, out, kernel, style, false);
    }

    /** Applies the layer to features (N, in, H, W) in a style (N, style). */
    public NDArray forward(NDArray x, NDArray styles) {
        Tensors.requireShape("x", x, -1, weight.shape().get(1), -1, -1);
        return Scope.tidy(() -> {
            long n = x.getShape().get(0);
            NDArray scale = style.forward(styles).add(1); // (N, in)
            NDArray none = x.getManager().zeros(bias.shape());
            NDArray acting = EqualizedLinear.times(x, weight, size);
            NDArray y = Ops.conv2d(x.mul(scale.reshape(n, -1, 1, 1)), acting, none, 1, kernel / 2);
            MacCounter.add(
                    y.getShape().get(2) * y.getShape().get(3) * weight.shape().size());
            NDArray sized = demodulated ? y.mul(demodulation(scale, acting).reshape(n, -1, 1, 1)) : y;
            return Ops.shift(
                    sized,
                    none.reshape(1, -1)
                            .add(bias.value())
                            .broadcast(n, bias.shape().get(0)));
        });
    }

    /** {@code 1 / √(Σ_ik (s_i w_oik)² + 1e-8)}, (N, out). */
    private static NDArray demodulation(NDArray scale, NDArray acting) {
        NDArray squares = acting.square().sum(new int[] {2, 3}); // (out, in)
        NDArray root =
                scale.square().matMul(squares.transpose()).add(STABILIZER).sqrt();
        return root.onesLike().div(root);
    }
}
