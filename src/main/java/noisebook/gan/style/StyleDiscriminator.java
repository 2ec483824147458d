package noisebook.gan.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import noisebook.nn.EqualizedConv2d;
import noisebook.nn.EqualizedLinear;
import noisebook.nn.Layer;
import noisebook.nn.Network;
import noisebook.nn.Sequential;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * Judges grey images of 7×7, 14×14 or 28×28: a convolution lets them in, a residual block halves their sides (Karras et al. 2020, section 4.1), then a hidden layer sees the whole image
 * and how much the images of its batch differ. Nothing is normalised, so that the slope of R1 is that of the judgement itself.
 *
 * <p>One that grew out of a smaller one also has the convolution that let the smaller images in, and fades from the one to the other (Karras et al. 2018, section 2).
 */
public final class StyleDiscriminator extends Network {
    private static final int END = 7;
    private static final int HIDDEN = 128;

    private final int sizes;
    private final Layer entry;
    private final Layer halving; // does nothing where images are 7×7
    private final @Nullable Layer smaller;
    private final Sequential end;

    /**
     * Declares the network.
     *
     * @param width C, maps at 14×14; there are 2C at 7×7
     * @param sizes 1 for images of 7×7, 2 for 14×14, 3 for 28×28
     * @param grown whether it fades from images half as large
     */
    StyleDiscriminator(int width, int sizes, boolean grown) {
        this.sizes = sizes;
        int last = 2 * width;
        entry = entry(sizes, width);
        halving = sizes == 1 ? x -> x : child("halving", new Halving(width, last));
        end = child(
                "end",
                Sequential.of(
                        (Layer) StyleDiscriminator::withSpread,
                        new EqualizedConv2d(last + 1, last, 3, 1, 1),
                        Ops::leakyRelu,
                        (Layer) x -> x.reshape(x.size(0), (long) last * END * END),
                        new EqualizedLinear(last * END * END, HIDDEN, Math.sqrt(2), 1),
                        Ops::leakyRelu,
                        new EqualizedLinear(HIDDEN, 1, 1, 1)));
        smaller = grown ? entry(sizes - 1, width) : null;
    }

    private Layer entry(int size, int width) {
        EqualizedConv2d conv = child(
                "entry" + size,
                size == 3
                        ? new EqualizedConv2d(1, width, 4, 2, 1)
                        : new EqualizedConv2d(1, (3 - size) * width, 3, 1, 1));
        return x -> Ops.leakyRelu(conv.forward(x));
    }

    /**
     * High where an image looks real.
     *
     * @param images (N, 1, side, side) in [−1, 1]
     * @param fade α: how much of what is new is there, from 0 to 1; not looked at by one that did not grow
     * @return logits, (N, 1)
     */
    NDArray logits(NDArray images, double fade) {
        long side = StyleGenerator.side(sizes);
        Tensors.requireShape("images", images, -1, 1, side, side);
        NDArray h = entry.forward(images);
        if (sizes == 3) {
            return end.forward(halving.forward(faded(images, h, fade)));
        }
        return end.forward(faded(images, halving.forward(h), fade));
    }

    private NDArray faded(NDArray images, NDArray features, double fade) {
        if (smaller == null) {
            return features;
        }
        return Ops.scale(features, fade).add(Ops.scale(smaller.forward(Ops.downsample2x(images)), 1 - fade));
    }

    /**
     * One more map, the same number everywhere: the standard deviation over the batch, averaged over maps and pixels (Karras et al. 2018, section 3). A generator that repeats itself
     * gives itself away by it.
     */
    public static NDArray withSpread(NDArray x) {
        NDArray spread = x.sub(x.mean(new int[] {0}, true))
                .square()
                .mean(new int[] {0})
                .add(1e-8f)
                .sqrt()
                .mean();
        Shape plane = new Shape(x.size(0), 1, x.size(2), x.size(3));
        return x.concat(x.getManager().ones(plane).mul(spread), 1);
    }

    /** Two convolutions of which the second halves the sides, and a 1×1 convolution around them. */
    private static final class Halving extends Network implements Layer {
        private final EqualizedConv2d conv1;
        private final EqualizedConv2d conv2;
        private final EqualizedConv2d skip;

        Halving(int in, int out) {
            conv1 = child("conv1", new EqualizedConv2d(in, in, 3, 1, 1));
            conv2 = child("conv2", new EqualizedConv2d(in, out, 3, 2, 1));
            skip = child("skip", new EqualizedConv2d(in, out, 1, 1, 0));
        }

        @Override
        public NDArray forward(NDArray x) {
            NDArray changed = Ops.leakyRelu(conv2.forward(Ops.leakyRelu(conv1.forward(x))));
            return Ops.scale(changed.add(skip.forward(Ops.downsample2x(x))), Math.sqrt(.5));
        }
    }
}
