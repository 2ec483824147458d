package noisebook.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import noisebook.math.Require;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;

/**
 * A convolution that sees only what was drawn before: the rows above and, in its own row, the pixels to the left (van den Oord et al. 2016, Pixel
 * Recurrent Neural Networks, section 3.4): (N, in, H, W) to (N, out, H, W). Channels are not told apart.
 */
public final class MaskedConv2d extends Network implements Layer {
    private final Parameter weight;
    private final Parameter bias;
    private final Parameter mask;
    private final int kernel;

    /**
     * Declares the layer.
     *
     * @param kernel an odd number
     * @param seesItself whether the pixel in the middle is seen: not by the first layer (mask A), but by those after it (mask B)
     */
    public MaskedConv2d(int in, int out, int kernel, boolean seesItself) {
        Require.positive("in", in);
        Require.positive("out", out);
        this.kernel = Require.odd("kernel", kernel);
        weight = parameter("weight", Init.fanIn(in * kernel * kernel), out, in, kernel, kernel);
        bias = parameter("bias", Init.fanIn(in * kernel * kernel), out);
        mask = buffer("mask", (manager, shape) -> mask(manager, kernel, seesItself), 1, 1, kernel, kernel);
    }

    private static NDArray mask(NDManager manager, int kernel, boolean seesItself) {
        float[] seen = new float[kernel * kernel];
        int middle = seen.length / 2;
        for (int i = 0; i < seen.length; i++) {
            seen[i] = i < middle || (seesItself && i == middle) ? 1 : 0;
        }
        return manager.create(seen, new Shape(1, 1, kernel, kernel));
    }

    @Override
    public NDArray forward(NDArray x) {
        return Scope.tidy(() -> {
            NDArray ones = x.getManager().ones(weight.shape()); // a weight as receiver would keep the product alive
            NDArray seen = ones.mul(mask.value()).mul(weight.value());
            NDArray y = Ops.conv2d(x, seen, bias.value(), 1, kernel / 2);
            MacCounter.add(
                    y.getShape().get(2) * y.getShape().get(3) * weight.shape().size());
            return y;
        });
    }
}
