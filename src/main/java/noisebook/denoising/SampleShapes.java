package noisebook.denoising;

import ai.djl.ndarray.types.Shape;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.math.Require;

/** Shapes of samples and the pictures that they are. */
final class SampleShapes {
    private SampleShapes() {}

    /** Samples of the shape (channels, height, width) as pictures with pixels around [−1, 1]. */
    static Images pictures(Shape sample, float[] values) {
        Require.that(sample.dimension() == 3, "the samples must be pictures, (channels, height, width)", sample);
        return Images.of((int) sample.get(0), (int) sample.get(1), (int) sample.get(2), PixelRange.SIGNED, values);
    }
}
