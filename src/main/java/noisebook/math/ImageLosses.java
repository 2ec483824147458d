package noisebook.math;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Reconstruction losses of plain images, and the one image that is best for a whole set under each. */
public final class ImageLosses {
    private ImageLosses() {}

    /** Mean squared error per pixel. */
    public static double mse(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < Require.sameLength(a, b); i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum / a.length;
    }

    /** Mean absolute error per pixel. */
    public static double l1(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < Require.sameLength(a, b); i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }

    /** The image with the smallest total MSE to all of these: their mean, pixel by pixel. */
    public static double[] mseOptimum(double[][] images) {
        return perPixel(images, values -> Arrays.stream(values).average().orElseThrow());
    }

    /** The image with the smallest total L1 to all of these: their median, pixel by pixel. */
    public static double[] l1Optimum(double[][] images) {
        return perPixel(images, Doubles::median);
    }

    private static double[] perPixel(double[][] images, ToDoubleFunction<double[]> best) {
        Require.atLeast(1, images, "images");
        double[] optimum = new double[images[0].length];
        Arrays.setAll(
                optimum,
                pixel -> best.applyAsDouble(
                        Arrays.stream(images).mapToDouble(image -> image[pixel]).toArray()));
        return optimum;
    }
}
