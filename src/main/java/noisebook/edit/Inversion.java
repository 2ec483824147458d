package noisebook.edit;

import ai.djl.ndarray.NDArray;
import noisebook.data.Images;
import noisebook.gan.style.StyleGenerator;
import noisebook.math.Require;
import noisebook.nn.Layer;
import noisebook.tensor.Compute;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/**
 * Finds the w of real pictures: those of which a generator draws what is most like them, in pixels and in features (Abdal et al. 2019). All pictures are searched for at once, each with its
 * own w.
 *
 * @param generator stands still
 * @param features of images in [0, 1], such as the first layers of a classifier
 */
public record Inversion(StyleGenerator generator, Layer features) {
    private static final double PERCEPTUAL = .1; // weight of the features beside that of the pixels
    private static final double RATE = .05;
    private static final long NOISE = -5; // stream of what the noise inputs leave to chance

    /**
     * The loss: mean squared error of the pixels in [−1, 1], and of the features.
     *
     * @param real (N, 1, 28, 28) in [0, 1]
     * @param w (N, 64)
     */
    NDArray loss(NDArray real, NDArray w) {
        NDArray drawn = generator.draw(generator.everywhere(w));
        NDArray seen = features.forward(Ops.scale(drawn.add(1), .5));
        NDArray pixels = drawn.sub(Tensors.signed(real)).square().mean();
        return pixels.add(Ops.scale(seen.sub(features.forward(real)).square().mean(), PERCEPTUAL));
    }

    /**
     * Searches by gradient.
     *
     * @param real n images of 28×28 grey pixels in [0, 1]
     * @param start n rows of 64, where to begin
     * @param steps how long
     * @return n rows of 64
     */
    public double[][] search(Images real, double[][] start, int steps) {
        Require.sameLength("images", real.count(), "rows of w", start.length);
        return MovingCodes.search(
                start,
                steps,
                RATE,
                (pictures, w) -> {
                    Compute.seed(1, NOISE);
                    return loss(pictures.head(), w);
                },
                real);
    }
}
