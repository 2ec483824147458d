package noisebook.edit;

import ai.djl.ndarray.NDArray;
import noisebook.data.Images;
import noisebook.math.Require;
import noisebook.nn.Layer;
import noisebook.tensor.Ops;

/**
 * Paints what is on one picture in the style of another, by changing pixels until features and style fit (Gatys et al. 2016).
 *
 * @param features of images in [0, 1], (N, C, H, W), such as the first layers of a classifier
 * @param styleWeight of {@link GramLoss} beside the mean squared error of the features
 */
public record GramTransfer(Layer features, double styleWeight) {
    private static final double RATE = .05;

    /** Checks the weight. */
    public GramTransfer {
        Require.that(styleWeight >= 0, "styleWeight must be 0 or more", styleWeight);
    }

    /**
     * Paints, starting from the contents.
     *
     * @param content n grey images in [0, 1]
     * @param style as many
     * @param steps how long
     * @return in [0, 1]
     */
    public Images paint(Images content, Images style, int steps) {
        Require.sameLength("contents", content.count(), "styles", style.count());
        double[][] pixels = MovingCodes.search(
                content.rows(),
                steps,
                RATE,
                (pictures, rows) -> {
                    NDArray seen = features.forward(rows.reshape(pictures.head().getShape()));
                    NDArray kept =
                            seen.sub(features.forward(pictures.get(0))).square().mean();
                    return kept.add(Ops.scale(GramLoss.of(seen, features.forward(pictures.get(1))), styleWeight));
                },
                content,
                style);
        return Images.grey(pixels).clipped();
    }
}
