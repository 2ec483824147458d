package noisebook.edit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.Optional;
import noisebook.data.DataSet;
import noisebook.data.Images;
import noisebook.math.Require;
import noisebook.nn.AdaIn;
import noisebook.nn.EqualizedConv2d;
import noisebook.nn.Layer;
import noisebook.nn.Network;
import noisebook.nn.Sequential;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;
import noisebook.train.Loss;

/**
 * Paints what is on one picture in the style of another in one pass (Huang and Belongie 2017): the features of the one are given mean and deviation of the features of the other, and a decoder
 * that was trained to undo the features paints what they then say.
 */
public final class StyleTransfer extends Network {
    private static final int MAPS = 32; // features of the classifier, 14×14
    private static final double STYLE = 100; // weight of means and deviations beside the features themselves

    private final Sequential decoder;

    /**
     * Declares the network.
     *
     * @param width maps of the decoder at 28×28
     */
    public StyleTransfer(int width) {
        decoder = child(
                "decoder",
                Sequential.of(
                        new EqualizedConv2d(MAPS, 2 * width, 3, 1, 1),
                        Ops::leakyRelu,
                        (Layer) Ops::upsample2x,
                        new EqualizedConv2d(2 * width, width, 3, 1, 1),
                        Ops::leakyRelu,
                        new EqualizedConv2d(width, 1, 3, 1, 1),
                        (Layer) Activation::sigmoid));
    }

    /** Paints features, (N, 32, 14, 14), as images (N, 1, 28, 28) in [0, 1]. */
    public NDArray paint(NDArray features) {
        int half = DataSet.SIDE / 2;
        return decoder.forward(Tensors.requireShape("features", features, -1, MAPS, half, half));
    }

    /**
     * Paints in a style.
     *
     * @param content n grey images of 28×28 pixels in [0, 1]
     * @param style as many
     * @param features those for which the decoder was trained
     * @return in [0, 1]
     */
    public Images transfer(Images content, Images style, Layer features) {
        Require.sameLength("contents", content.count(), "styles", style.count());
        int pixels = DataSet.SIDE * DataSet.SIDE;
        float[] pairs = new float[2 * content.values().length];
        for (int i = 0; i < content.count(); i++) {
            System.arraycopy(content.values(), i * pixels, pairs, 2 * i * pixels, pixels);
            System.arraycopy(style.values(), i * pixels, pairs, (2 * i + 1) * pixels, pixels);
        }
        return content.like(Tensors.map(
                pairs,
                new Shape(2, DataSet.SIDE, DataSet.SIDE),
                pair -> paint(
                        AdaIn.transfer(features.forward(pair.get(":, 0:1")), features.forward(pair.get(":, 1:2"))))));
    }

    /**
     * What the decoder makes small: the features of what it paints shall be those it was given, and their means and deviations those of the style.
     *
     * @param content (N, 1, 28, 28) in [0, 1]
     * @param style the same shape
     */
    Loss loss(NDArray content, NDArray style, Layer features) {
        NDArray seen = features.forward(style);
        NDArray target = AdaIn.transfer(features.forward(content), seen).stopGradient();
        NDArray again = features.forward(paint(target));
        NDArray kept = again.sub(target).square().mean();
        NDArray styled = AdaIn.statistics(again)
                .sub(AdaIn.statistics(seen).stopGradient())
                .square()
                .mean();
        return Loss.of(
                kept.add(Ops.scale(styled, STYLE)), "content", kept.stopGradient(), "style", styled.stopGradient());
    }

    @Override
    public Optional<NDArray> fingerprint(NDManager manager) {
        return Optional.of(paint(Tensors.ramp(manager, MAPS, DataSet.SIDE / 2, DataSet.SIDE / 2)));
    }
}
