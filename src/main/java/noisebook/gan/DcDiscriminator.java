package noisebook.gan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import noisebook.nn.BatchNorm2d;
import noisebook.nn.Conv2d;
import noisebook.nn.Layer;
import noisebook.nn.Linear;
import noisebook.nn.Network;
import noisebook.nn.Sequential;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/**
 * The discriminator of a deep convolutional GAN (Radford et al. 2016) for 28×28 grey images: convolutions of stride 2 to C maps of 14×14, 2C of 7×7
 * and 4C of 4×4, each with a leaky ReLU, all but the first with batch normalisation; then, where theirs has none, a hidden layer that sees the whole image, and a logit.
 * Without the last convolution and the hidden layer every stroke is judged for itself, and strokes look right where digits do not. Where there are
 * classes, the one-hot class of an image is given as ten more planes, each all 0 or all 1.
 */
public final class DcDiscriminator extends Network {
    private static final int SIDE = DcGenerator.SIDE;
    private static final int END = 4;
    private static final int HIDDEN = 128;

    private final int classes;
    private final Sequential layers;

    /**
     * Declares the network.
     *
     * @param classes how many; 0 for a discriminator that is not told the class
     * @param width C, maps at 14×14
     */
    public DcDiscriminator(int classes, int width) {
        this.classes = classes;
        layers = child(
                "layers",
                Sequential.of(
                        new Conv2d(1 + classes, width, 4, 2, 1),
                        Ops::leakyRelu,
                        new Conv2d(width, 2 * width, 4, 2, 1),
                        new BatchNorm2d(2 * width),
                        Ops::leakyRelu,
                        new Conv2d(2 * width, 4 * width, 3, 2, 1),
                        new BatchNorm2d(4 * width),
                        Ops::leakyRelu,
                        (Layer) x -> x.reshape(x.getShape().get(0), 4L * width * END * END),
                        new Linear(4 * width * END * END, HIDDEN),
                        Ops::leakyRelu,
                        new Linear(HIDDEN, 1)));
    }

    /**
     * High where an image looks real, and like its class.
     *
     * @param images (N, 1, 28, 28) in [0, 1]
     * @param labels (N), int64; not looked at where there are no classes
     * @return logits, (N, 1)
     */
    public NDArray logits(NDArray images, NDArray labels) {
        Tensors.requireShape("images", images, -1, 1, SIDE, SIDE);
        if (classes == 0) {
            return layers.forward(images);
        }
        NDArray oneHot = Tensors.oneHot(labels, classes);
        NDArray planes = oneHot.reshape(-1, classes, 1, 1).broadcast(labels.size(), classes, SIDE, SIDE);
        return layers.forward(images.concat(planes, 1));
    }

    /** The shapes on the way from one image, and the planes of its class, to its logit: that of the input, then one for each layer. */
    public List<Shape> shapes() {
        return layers.shapes(new Shape(1, 1L + classes, SIDE, SIDE));
    }
}
