package noisebook.evaluate;

/** Checks of images that come as plain numbers. */
final class Pixels {
    static final int AREA = DigitClassifier.SIDE * DigitClassifier.SIDE;

    private Pixels() {}

    /**
     * How many images there are.
     *
     * @throws IllegalArgumentException when there is none, or a part of one, or a value out of [0, 1]
     */
    static int count(float[] pixels) {
        if (pixels.length == 0 || pixels.length % AREA != 0) {
            throw new IllegalArgumentException(
                    "images must be one or more times 28×28 = 784 pixels, were " + pixels.length + " pixels");
        }
        for (int i = 0; i < pixels.length; i++) {
            if (!(pixels[i] >= 0 && pixels[i] <= 1)) {
                throw new IllegalArgumentException(
                        "pixels must lie in [0, 1], pixel " + i % AREA + " of image " + i / AREA + " was " + pixels[i]
                                + ": rescale or clamp the images, or look why the model left it");
            }
        }
        return pixels.length / AREA;
    }
}
