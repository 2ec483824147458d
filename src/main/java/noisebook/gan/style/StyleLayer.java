package noisebook.gan.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.function.BinaryOperator;
import noisebook.nn.AdaIn;
import noisebook.nn.EqualizedConv2d;
import noisebook.nn.EqualizedLinear;
import noisebook.nn.Init;
import noisebook.nn.ModulatedConv2d;
import noisebook.nn.Network;
import noisebook.nn.Parameter;
import noisebook.tensor.Ops;

/**
 * A 3×3 convolution in a style, and noise for what is left to chance: (N, in, H, W) and w, (N, 64), to (N, out, H, W). The noise is one number a pixel, the same for all maps but
 * for its strength, which starts at 0.
 */
final class StyleLayer extends Network {
    private final BinaryOperator<NDArray> layer;
    private final Parameter strength;

    StyleLayer(int in, int out, Styling styling) {
        layer = styling == Styling.ADAIN ? normalising(in, out) : demodulating(in, out);
        strength = parameter("strength", Init.constant(0), 1, out, 1, 1);
    }

    private BinaryOperator<NDArray> normalising(int in, int out) {
        EqualizedConv2d conv = child("conv", new EqualizedConv2d(in, out, 3, 1, 1));
        EqualizedLinear style = child("style", new EqualizedLinear(MappingNetwork.SIZE, 2 * out, 1, 1));
        return (x, w) -> AdaIn.of(Ops.leakyRelu(noisy(conv.forward(x))), style.forward(w));
    }

    private BinaryOperator<NDArray> demodulating(int in, int out) {
        ModulatedConv2d conv = child("conv", new ModulatedConv2d(in, out, 3, MappingNetwork.SIZE));
        return (x, w) -> Ops.leakyRelu(noisy(conv.forward(x, w)));
    }

    NDArray forward(NDArray x, NDArray w) {
        return layer.apply(x, w);
    }

    private NDArray noisy(NDArray features) {
        Shape shape = features.getShape();
        NDArray noise = features.getManager().randomNormal(new Shape(shape.get(0), 1, shape.get(2), shape.get(3)));
        return features.add(noise.mul(strength.value()));
    }
}
