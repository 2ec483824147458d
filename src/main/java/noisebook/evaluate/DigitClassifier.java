package noisebook.evaluate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;
import noisebook.data.DataSet;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.math.Doubles;
import noisebook.nn.Conv2d;
import noisebook.nn.Layer;
import noisebook.nn.Linear;
import noisebook.nn.Network;
import noisebook.nn.Sequential;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/**
 * A small convolutional network that reads 28×28 digits, and whose view of them judges generated ones.
 *
 * <p>Images are (N, 1, 28, 28), float32 in [0, 1]. Three 3×3 convolutions with ReLU lead over 16 channels at 28×28 and 32 at 14×14 to 64 at
 * 7×7; a linear layer with ReLU makes 64 features of them, and another the logits of ten classes: 224,714 parameters. Gradients flow through
 * all methods to the images; {@link #freeze} keeps them from the weights.
 */
public final class DigitClassifier extends Network {
    /** Rows and columns of an image. */
    public static final int SIDE = DataSet.SIDE;
    /** Entries of a feature vector. */
    public static final int FEATURES = 64;
    /** The digits 0 to 9. */
    public static final int CLASSES = 10;

    private final Sequential edges =
            child("edges", Sequential.of(Conv2d.same3x3(1, 16), Ops::relu, new Conv2d(16, 32, 3, 2, 1), Ops::relu));
    private final Sequential shapes = child(
            "shapes",
            Sequential.of(
                    new Conv2d(32, 64, 3, 2, 1),
                    Ops::relu,
                    (Layer) x -> x.reshape(x.getShape().get(0), 64 * 7 * 7),
                    new Linear(64 * 7 * 7, FEATURES),
                    Ops::relu));
    private final Linear head = child("head", new Linear(FEATURES, CLASSES));

    /**
     * What the first two convolutions see, edges and strokes in their places: the space of the perceptual loss (Johnson et al. 2016).
     *
     * @param images (N, 1, 28, 28)
     * @return (N, 32, 14, 14), at least 0
     * @throws IllegalArgumentException when the images have another shape
     */
    public NDArray maps(NDArray images) {
        return edges.forward(Tensors.requireShape("images", images, -1, 1, SIDE, SIDE));
    }

    /**
     * What the digits are like: (N, 1, 28, 28) to (N, 64), at least 0; the space of FCD-28. The place still counts: digits moved by a pixel are as far from
     * those in their place as the samples of a poor model.
     */
    public NDArray features(NDArray images) {
        return shapes.forward(maps(images));
    }

    /** The evidence for each digit before the softmax: (N, 1, 28, 28) to (N, 10). */
    public NDArray logits(NDArray images) {
        return head.forward(features(images));
    }

    @Override
    public Optional<NDArray> fingerprint(NDManager manager) {
        return Optional.of(logits(Tensors.ramp(manager, 1, SIDE, SIDE)));
    }

    /**
     * Reads many images, without gradients and in batches.
     *
     * @throws IllegalArgumentException when they are no 28×28 grey images in [0, 1]
     */
    public Predictions predict(Images images) {
        return predictions(Tensors.map(Pixels.checked(images), this::probabilities));
    }

    /** The same for a set. */
    public Predictions predict(ImageSet images) {
        return predictions(Tensors.map(images, this::probabilities));
    }

    private NDArray probabilities(NDArray images) {
        return logits(images).softmax(1);
    }

    private static Predictions predictions(float[] probabilities) {
        return Predictions.of(Doubles.rows(probabilities, CLASSES));
    }

    /**
     * The features of many images, without gradients and in batches.
     *
     * @return n·64 values, row-major
     * @throws IllegalArgumentException when they are no 28×28 grey images in [0, 1]
     */
    public float[] features(Images images) {
        return Tensors.map(Pixels.checked(images), this::features);
    }

    /** The same for a set. */
    public float[] features(ImageSet images) {
        return Tensors.map(images, this::features);
    }
}
