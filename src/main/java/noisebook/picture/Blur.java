package noisebook.picture;

import java.util.Arrays;

/** Gaussian blur of a grey image; beyond its edge the image is mirrored. */
public final class Blur {
    private static final double REACH = 3; // standard deviations

    private Blur() {}

    /**
     * The blurred image.
     *
     * @param image pixels, row by row
     * @param width of a row
     * @param sigma standard deviation in pixels, at least 0
     * @throws IllegalArgumentException if sigma is below 0
     */
    public static double[] gaussian(double[] image, int width, double sigma) {
        if (!(sigma >= 0)) {
            throw new IllegalArgumentException("sigma must be at least 0, was " + sigma);
        }
        if (sigma == 0) {
            return image.clone();
        }
        double[] weights = new double[(int) Math.ceil(REACH * sigma) + 1]; // one side of the kernel
        Arrays.setAll(weights, k -> Math.exp(-Math.pow(k / sigma, 2) / 2));
        double sum = 2 * Arrays.stream(weights).sum() - weights[0];
        Arrays.setAll(weights, k -> weights[k] / sum);
        int height = image.length / width;
        double[] rows = new double[image.length];
        Arrays.setAll(rows, i -> line(image, i - i % width, i % width, 1, width, weights));
        double[] blurred = new double[image.length];
        Arrays.setAll(blurred, i -> line(rows, i % width, i / width, width, height, weights));
        return blurred;
    }

    private static double line(double[] image, int start, int position, int stride, int length, double[] weights) {
        double sum = weights[0] * image[start + position * stride];
        for (int k = 1; k < weights.length; k++) {
            double before = image[start + mirrored(position - k, length) * stride];
            double after = image[start + mirrored(position + k, length) * stride];
            sum += weights[k] * (before + after);
        }
        return sum;
    }

    private static int mirrored(int position, int length) {
        int inPeriod = Math.floorMod(position, 2 * length);
        return inPeriod < length ? inPeriod : 2 * length - 1 - inPeriod;
    }
}
