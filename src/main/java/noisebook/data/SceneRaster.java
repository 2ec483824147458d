package noisebook.data;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A sheet of 32×32 pixels, x rightwards and y downwards from the top left corner, on which shapes are painted over one another. A pixel is 4×4 samples, each
 * inside a shape or outside, and their average is what is seen of it.
 */
final class SceneRaster {
    /** Pixels on a side. */
    static final int SIDE = 32;

    private static final int FINE = 4;
    private static final int SAMPLES = SIDE * FINE;

    private final int[] samples = new int[SAMPLES * SAMPLES];

    /** A colour, 0xRRGGBB, for each y. */
    interface Paint {
        int at(double y);

        /** From one colour to another, evenly between two heights, and unchanged beyond. */
        static Paint gradient(int upper, int lower, double from, double to) {
            return y -> Rgb.mix(upper, lower, Math.max(0, Math.min(1, (y - from) / (to - from))));
        }
    }

    /** Covers the shape with one colour. */
    void paint(Convex shape, int colour) {
        paint(shape, y -> colour);
    }

    /** Covers the shape. */
    void paint(Convex shape, Paint paint) {
        int end = end(shape.bottom());
        for (int row = first(shape.top()); row < end; row++) {
            double y = centre(row);
            int from = first(shape.left(y));
            int to = end(shape.right(y));
            if (from < to) {
                Arrays.fill(samples, row * SAMPLES + from, row * SAMPLES + to, paint.at(y));
            }
        }
    }

    /** Lays a colour on the shape through which what was there still shows. */
    void glaze(Convex shape, int colour, double opacity) {
        int end = end(shape.bottom());
        for (int row = first(shape.top()); row < end; row++) {
            int to = row * SAMPLES + end(shape.right(centre(row)));
            for (int i = row * SAMPLES + first(shape.left(centre(row))); i < to; i++) {
                samples[i] = Rgb.mix(samples[i], colour, opacity);
            }
        }
    }

    /** Covers all that lies below a line y = f(x). */
    void paintBelow(DoubleUnaryOperator line, Paint paint) {
        int[] rows = new int[SAMPLES];
        Arrays.setAll(rows, row -> paint.at(centre(row)));
        for (int column = 0; column < SAMPLES; column++) {
            for (int row = first(line.applyAsDouble(centre(column))); row < SAMPLES; row++) {
                samples[row * SAMPLES + column] = rows[row];
            }
        }
    }

    /** Writes the picture, (3, 32, 32) flat, 0 to 255. */
    void write(byte[] pixels, int offset) {
        for (int p = 0; p < SIDE * SIDE; p++) {
            int corner = p / SIDE * FINE * SAMPLES + p % SIDE * FINE;
            int redAndBlue = 0; // two sums in one int: 16 samples of 255 fit in 12 bits
            int green = 0;
            for (int row = corner; row < corner + FINE * SAMPLES; row += SAMPLES) {
                for (int i = row; i < row + FINE; i++) {
                    redAndBlue += samples[i] & 0xff00ff;
                    green += samples[i] >> 8 & 0xff;
                }
            }
            pixels[offset + p] = average(redAndBlue >>> 16);
            pixels[offset + SIDE * SIDE + p] = average(green);
            pixels[offset + 2 * SIDE * SIDE + p] = average(redAndBlue & 0xffff);
        }
    }

    private static byte average(int sum) {
        return (byte) ((sum + FINE * FINE / 2) / (FINE * FINE));
    }

    private static double centre(int sample) {
        return (sample + .5) / FINE;
    }

    /** The first sample at or after a coordinate. */
    private static int first(double coordinate) {
        return onSheet(Math.ceil(coordinate * FINE - .5));
    }

    /** The sample after the last one before a coordinate. */
    private static int end(double coordinate) {
        return onSheet(Math.floor(coordinate * FINE - .5) + 1);
    }

    private static int onSheet(double sample) {
        return (int) Math.max(0, Math.min(SAMPLES, sample));
    }
}
