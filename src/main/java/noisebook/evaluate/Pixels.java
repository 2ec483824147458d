package noisebook.evaluate;

import noisebook.data.Images;
import noisebook.data.PixelRange;

/** Checks of images that are to be judged as digits. */
final class Pixels {
    static final int AREA = DigitClassifier.SIDE * DigitClassifier.SIDE;

    private Pixels() {}

    /**
     * The images themselves.
     *
     * @throws IllegalArgumentException when they are no grey 28×28 images, or a value lies out of [0, 1]
     */
    static Images checked(Images images) {
        int side = DigitClassifier.SIDE;
        if (images.channels() != 1 || images.height() != side || images.width() != side) {
            throw new IllegalArgumentException("digits are grey images of 28×28 pixels, were " + images);
        }
        if (images.range() != PixelRange.UNIT) {
            throw new IllegalArgumentException(
                    "pixels must lie in [0, 1], were " + images + ": call in(PixelRange.UNIT).clipped() first");
        }
        float[] pixels = images.values();
        for (int i = 0; i < pixels.length; i++) {
            if (!(pixels[i] >= 0 && pixels[i] <= 1)) {
                throw new IllegalArgumentException(
                        "pixels must lie in [0, 1], pixel " + i % AREA + " of image " + i / AREA + " was " + pixels[i]
                                + ": rescale or clip the images, or look why the model left it");
            }
        }
        return images;
    }
}
