package noisebook.evaluate;

import noisebook.data.DrawnScenes;
import noisebook.data.Images;
import noisebook.data.PixelRange;

/** Checks of images that are to be judged. */
final class Pixels {
    static final int AREA = DigitClassifier.SIDE * DigitClassifier.SIDE;

    private Pixels() {}

    /**
     * Digits themselves.
     *
     * @throws IllegalArgumentException when they are no grey 28×28 images, or a value lies out of [0, 1]
     */
    static Images checked(Images images) {
        return checked(images, 1, DigitClassifier.SIDE, "digits are grey images of 28×28 pixels");
    }

    /**
     * Drawn scenes themselves.
     *
     * @throws IllegalArgumentException when they are no colour images of 32×32 pixels, or a value lies out of [0, 1]
     */
    static Images checkedScenes(Images images) {
        return checked(images, 3, DrawnScenes.SIDE, "drawn scenes are colour images of 32×32 pixels");
    }

    private static Images checked(Images images, int channels, int side, String expected) {
        if (images.channels() != channels || images.height() != side || images.width() != side) {
            throw new IllegalArgumentException(expected + ", were " + images);
        }
        if (images.range() != PixelRange.UNIT) {
            throw new IllegalArgumentException(
                    "pixels must lie in [0, 1], were " + images + ": call in(PixelRange.UNIT).clipped() first");
        }
        float[] pixels = images.values();
        for (int i = 0; i < pixels.length; i++) {
            if (!(pixels[i] >= 0 && pixels[i] <= 1)) {
                throw new IllegalArgumentException(
                        "pixels must lie in [0, 1], pixel " + i % images.numbers() + " of image " + i / images.numbers()
                                + " was " + pixels[i] + ": rescale or clip the images, or look why the model left it");
            }
        }
        return images;
    }
}
