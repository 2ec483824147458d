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
 * @param metric what it is called: FCD-28 of digits; the same measure in the eyes of another network has another name
 * @param distance squared, in units of the features; 0 for equal Gaussians
 * @param floor the same of n training images: the mean of several draws
 * @param samples n, the number of generated images
 * @param extractor whose features these are
 */
public record Fcd(String metric, double distance, double floor, int samples, String extractor) {
    /** The metric of digits. */
    static final String DIGITS = "FCD-28";

    /**
     * The distance of a set of images from the reference.
     *
     * @param metric what it is called, for the error
     * @param features n rows of as many numbers as the reference has
     * @throws IllegalArgumentException when there are not more rows than numbers: the covariance would be singular whatever the images are
     */
    static double between(String metric, FittedGaussian reference, float[] features) {
        int width = reference.mean().getNumElements();
        int count = features.length / width;
        if (count <= width) {
            throw new IllegalArgumentException(metric + " needs at least " + (width + 1) + " images, had " + count
                    + ": draw more; 2,000 make a steady number");
        }
        return FrechetDistance.between(reference, FittedGaussian.of(features, width));
    }

    /** The distance with all that it needs to be read. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %.2f (features of the %s, n = %,d; as many real images: %.2f)",
                metric,
                distance,
                extractor,
                samples,
                floor);
    }
}
