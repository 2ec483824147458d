package noisebook.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Pictures to test with, and what can be seen on a picture. */
final class Drawings {
    private Drawings() {}

    /** Images of strokes in [−1, 1] under Gaussian noise: √ᾱ x0 + √(1−ᾱ) ε, (count, 28, 28). */
    static float[] noisyDigits(int count, double alphaBar, Random random) {
        float[] pixels = new float[count * 28 * 28];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % 28 - 14;
            int y = i / 28 % 28 - 14;
            double radius = Math.hypot(x, y) - 5 - i / (28 * 28) % 4;
            double x0 = 2 * Math.exp(-radius * radius / 3) - 1;
            pixels[i] = (float) (Math.sqrt(alphaBar) * x0 + Math.sqrt(1 - alphaBar) * random.nextGaussian());
        }
        return pixels;
    }

    static BufferedImage plain(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, width * height).forEach(i -> image.setRGB(i % width, i / width, color.getRGB()));
        return image;
    }

    /** The number of pixels of exactly this colour. */
    static long count(BufferedImage image, Color color) {
        return count(image, rgb -> rgb == (color.getRGB() & 0xFFFFFF));
    }

    static long count(BufferedImage image, IntPredicate wanted) {
        return IntStream.of(Png.pixels(image))
                .map(rgb -> rgb & 0xFFFFFF)
                .filter(wanted)
                .count();
    }
}
