package noisebook.picture;

import java.util.Arrays;
import noisebook.math.Require;

/**
 * How a digit is written, whatever it is: measured on the ink, which is bright on black.
 *
 * @param amount sum of all pixels
 * @param slant how many pixels the ink goes to the right for each pixel upwards, from its second moments: 0 for an upright stroke, positive for one that leans to the right
 * @param thickness width of the stroke in pixels: twice the ink over the length of its outline, a little less than the true one, for the ends count
 */
public record Ink(double amount, double slant, double thickness) {
    /**
     * Measures a picture.
     *
     * @param pixels row-major, in [0, 1]
     * @throws IllegalArgumentException when there is no ink
     */
    public static Ink of(double[] pixels, int width) {
        Require.that(width > 0 && pixels.length % width == 0, "the width must divide the pixels", width);
        double amount = Arrays.stream(pixels).sum();
        Require.that(amount > 0, "there must be some ink in the picture: the sum of its pixels", amount);
        double x = 0;
        double y = 0;
        for (int i = 0; i < pixels.length; i++) {
            x += pixels[i] * (i % width) / amount;
            y -= pixels[i] * row(i, width) / amount;
        }
        double across = 0;
        double upright = 0;
        for (int i = 0; i < pixels.length; i++) {
            double up = -row(i, width) - y;
            across += pixels[i] * (i % width - x) * up;
            upright += pixels[i] * up * up;
        }
        return new Ink(amount, upright == 0 ? 0 : across / upright, 2 * amount / outline(pixels, width));
    }

    /** The length of the lines along which ink begins and ends: the total variation, with nothing but black around the picture. */
    private static double outline(double[] pixels, int width) {
        int height = pixels.length / width;
        double sum = 0;
        for (int row = -1; row < height; row++) {
            for (int column = -1; column < width; column++) {
                double here = at(pixels, width, row, column);
                sum += Math.hypot(at(pixels, width, row, column + 1) - here, at(pixels, width, row + 1, column) - here);
            }
        }
        return sum;
    }

    private static int row(int i, int width) {
        return i / width;
    }

    private static double at(double[] pixels, int width, int row, int column) {
        boolean inside = row >= 0 && column >= 0 && column < width && row < pixels.length / width;
        return inside ? pixels[row * width + column] : 0;
    }
}
