package noisebook.evaluate;

import java.util.Locale;
import noisebook.math.FittedGaussian;
import noisebook.math.FrechetDistance;

/**
 * FCD-28: the squared Fréchet distance between Gaussians fitted to the 64 features that a digit classifier sees in real and in generated
 * 28×28 images; the FID of Heusel et al. 2017 with our own small network in place of Inception.
 *
 * <p>The number means something only beside others of the same extractor and the same n, for it is biased upwards in proportion to 1/n
 * (Chong and Forsyth 2020). So it always comes with both, and with the floor: what as many real images score.
 *
 * @param distance squared, in units of the features; 0 for equal Gaussians
 * @param floor the same of n training images: the mean of several draws
 * @param samples n, the number of generated images
 * @param extractor whose features these are
 */
public record Fcd(double distance, double floor, int samples, String extractor) {
    /** Below this the covariance of the samples is singular whatever the images are. */
    static final int LEAST = DigitClassifier.FEATURES + 1;

    /**
     * The distance of a set of images from the reference.
     *
     * @param features n·64 numbers, row-major
     * @throws IllegalArgumentException when there are fewer than 65 rows
     */
    static double between(FittedGaussian reference, float[] features) {
        int count = features.length / DigitClassifier.FEATURES;
        if (count < LEAST) {
            throw new IllegalArgumentException("FCD-28 needs at least " + LEAST + " images, had " + count
                    + ": draw more; 2,000 make a steady number");
        }
        return FrechetDistance.between(reference, FittedGaussian.of(features, DigitClassifier.FEATURES));
    }

    /** The distance with all that it needs to be read. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "FCD-28 %.2f (features of the %s, n = %,d; as many real images: %.2f)",
                distance,
                extractor,
                samples,
                floor);
    }
}
