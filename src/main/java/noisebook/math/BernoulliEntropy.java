package noisebook.math;

/**
 * The floor of the cross-entropy of grey pixels: even a perfect reconstruction pays {@code −p log p − (1 − p) log(1 − p)} for a pixel
 * of value p, because p is read as a probability.
 */
public final class BernoulliEntropy {
    private BernoulliEntropy() {}

    /** Of one pixel in [0, 1], in nats; 0 for black and for white. */
    public static double of(double p) {
        return p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log1p(-p);
    }

    /**
     * Summed over the pixels of an image and averaged over images, in nats per image.
     *
     * @param pixels of all images, one after another, in [0, 1]
     * @param pixelsPerImage of one
     * @throws IllegalArgumentException if they are not whole images
     */
    public static double perImage(float[] pixels, int pixelsPerImage) {
        if (pixels.length == 0 || pixels.length % pixelsPerImage != 0) {
            throw new IllegalArgumentException(pixels.length + " pixels are not whole images of " + pixelsPerImage);
        }
        double sum = 0;
        for (float pixel : pixels) {
            sum += of(pixel);
        }
        return sum * pixelsPerImage / pixels.length;
    }
}
