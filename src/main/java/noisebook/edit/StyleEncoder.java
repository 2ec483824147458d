package noisebook.edit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;
import noisebook.data.DataSet;
import noisebook.data.Images;
import noisebook.gan.style.StyleGenerator;
import noisebook.math.Doubles;
import noisebook.nn.EqualizedConv2d;
import noisebook.nn.EqualizedLinear;
import noisebook.nn.Layer;
import noisebook.nn.Network;
import noisebook.nn.Sequential;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/** Guesses the w of which a generator would draw a picture: grey images (N, 1, 28, 28) in [−1, 1] to (N, 64). */
public final class StyleEncoder extends Network {
    private static final int HIDDEN = 128;
    private static final int END = 7;

    private final Sequential layers;

    /**
     * Declares the network.
     *
     * @param width C: there are C maps at 14×14, 2C at 7×7
     */
    public StyleEncoder(int width) {
        int last = 2 * width;
        layers = child(
                "layers",
                Sequential.of(
                        new EqualizedConv2d(1, width, 4, 2, 1),
                        Ops::leakyRelu,
                        new EqualizedConv2d(width, last, 4, 2, 1),
                        Ops::leakyRelu,
                        (Layer) x -> x.reshape(x.size(0), (long) last * END * END),
                        new EqualizedLinear(last * END * END, HIDDEN, Math.sqrt(2), 1),
                        Ops::leakyRelu,
                        new EqualizedLinear(HIDDEN, StyleGenerator.LATENT, 1, 1)));
    }

    /** w of each image. */
    public NDArray forward(NDArray images) {
        return layers.forward(Tensors.requireShape("images", images, -1, 1, DataSet.SIDE, DataSet.SIDE));
    }

    /**
     * w of each image.
     *
     * @param images of 28×28 grey pixels in [0, 1]
     * @return n rows of 64
     */
    public double[][] encode(Images images) {
        return Doubles.rows(Tensors.map(images, pixels -> forward(Tensors.signed(pixels))), StyleGenerator.LATENT);
    }

    @Override
    public Optional<NDArray> fingerprint(NDManager manager) {
        return Optional.of(forward(Tensors.ramp(manager, 1, DataSet.SIDE, DataSet.SIDE)));
    }
}
