package noisebook.picture;

import java.util.Arrays;
import noisebook.math.Require;

/**
 * Structural similarity of two grey images, the mean over all windows of
 * {@code (2 μa μb + c1)(2 σab + c2) / ((μa² + μb² + c1)(σa² + σb² + c2))} with {@code c1 = .01², c2 = .03²} for pixels in [0, 1] (Wang et
 * al. 2004, eq. 13). A window is the paper's: Gaussian, 11 × 11, σ = 1.5, wholly inside the image.
 */
public final class Ssim {
    private static final int WINDOW = 11;
    private static final double SIGMA = 1.5;
    /** Keeps the comparison of means finite where both are black. */
    public static final double C1 = .01 * .01;
    /** Keeps the comparison of structure finite where both are flat. */
    public static final double C2 = .03 * .03;

    private static final double[] WEIGHTS = weights();

    private Ssim() {}

    /**
     * Similarity in [-1, 1]; 1 for equal images, and symmetric.
     *
     * @param a height × width pixels in [0, 1], row by row
     * @param b as many
     * @throws IllegalArgumentException if the pixels are not rows of this width, or a side is shorter than 11
     */
    public static double between(double[] a, double[] b, int width) {
        int height = Require.sameLength(a, b) / width;
        if (height < WINDOW || width < WINDOW || height * width != a.length) {
            throw new IllegalArgumentException(String.format(
                    "SSIM needs whole rows and sides of at least %d pixels, had %d pixels in rows of %d",
                    WINDOW, a.length, width));
        }
        double[] meanA = windowed(a, b, width, (x, y) -> x);
        double[] meanB = windowed(a, b, width, (x, y) -> y);
        double[] squareA = windowed(a, b, width, (x, y) -> x * x);
        double[] squareB = windowed(a, b, width, (x, y) -> y * y);
        double[] product = windowed(a, b, width, (x, y) -> x * y);
        double sum = 0;
        for (int i = 0; i < meanA.length; i++) {
            double both = meanA[i] * meanB[i];
            double squares = meanA[i] * meanA[i] + meanB[i] * meanB[i];
            sum += (2 * both + C1)
                    * (2 * (product[i] - both) + C2)
                    / ((squares + C1) * (squareA[i] + squareB[i] - squares + C2));
        }
        return sum / meanA.length;
    }

    /** The weighted mean of f(a, b) in each window: columns first, then rows. */
    private static double[] windowed(double[] a, double[] b, int width, Pairing f) {
        int height = a.length / width;
        int rows = height - WINDOW + 1;
        int columns = width - WINDOW + 1;
        double[] across = new double[height * columns];
        for (int i = 0; i < across.length; i++) {
            int start = i / columns * width + i % columns;
            for (int k = 0; k < WINDOW; k++) {
                across[i] += WEIGHTS[k] * f.of(a[start + k], b[start + k]);
            }
        }
        double[] means = new double[rows * columns];
        for (int i = 0; i < means.length; i++) {
            for (int k = 0; k < WINDOW; k++) {
                means[i] += WEIGHTS[k] * across[i + k * columns];
            }
        }
        return means;
    }

    /** The window along one side: 11 weights that sum to 1; the window is their outer product. */
    public static double[] weights() {
        double[] weights = new double[WINDOW];
        Arrays.setAll(weights, i -> Math.exp(-Math.pow((i - (WINDOW - 1) / 2.) / SIGMA, 2) / 2));
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** What of two pixels is averaged. */
    @FunctionalInterface
    private interface Pairing {
        double of(double a, double b);
    }
}
