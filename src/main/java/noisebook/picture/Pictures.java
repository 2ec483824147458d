package noisebook.picture;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Pictures to put noise on, with values in [−1, 1], as diffusion takes them. */
public final class Pictures {
    /** Pixels on a side of each of the {@link #five}. */
    public static final int SIDE = GreyScene.SIDE / 2;

    private static final int DIGIT_SIDE = 28;
    private static final int MARGIN = (SIDE - DIGIT_SIDE) / 2;
    private static final int SQUARE = 4;
    private static final double GREY = -.2;
    private static final double OVEREXPOSURE = .2; // what is left of the distance to white

    private static final double[] SCENE = GreyScene.pixels();

    private Pictures() {}

    /** The values {@code copies} times over, so that each can get noise of its own. */
    public static double[] tiled(double[] values, int copies) {
        double[] tiled = new double[values.length * copies];
        Arrays.setAll(tiled, i -> values[i % values.length]);
        return tiled;
    }

    /**
     * Five pictures of 32 × 32 pixels with little in common, by name: a single grey, a black and white board, the digit, a drawn
     * landscape, and the same landscape far overexposed.
     *
     * @param digit 28 × 28, in [0, 1]
     * @throws IllegalArgumentException if it has another size
     */
    public static Map<String, double[]> five(float[] digit) {
        if (digit.length != DIGIT_SIDE * DIGIT_SIDE) {
            throw new IllegalArgumentException("a digit has 28 × 28 = 784 pixels, had " + digit.length);
        }
        double[] small = new double[digit.length]; // in [−1, 1]
        Arrays.setAll(small, i -> 2. * digit[i] - 1);
        double[] scene = picture(Pictures::landscape);
        Map<String, double[]> pictures = new LinkedHashMap<>();
        pictures.put("constant", picture(i -> GREY));
        pictures.put("binary", picture(i -> (i % SIDE / SQUARE + i / SIDE / SQUARE) % 2 == 0 ? -1 : 1));
        pictures.put("digit", picture(i -> framed(small, i % SIDE - MARGIN, i / SIDE - MARGIN)));
        pictures.put("scene", picture(i -> scene[i]));
        pictures.put("bright", picture(i -> 1 - OVEREXPOSURE * (1 - scene[i])));
        return pictures;
    }

    private static double[] picture(IntToDoubleFunction value) {
        double[] pixels = new double[SIDE * SIDE];
        Arrays.setAll(pixels, value);
        return pixels;
    }

    /** The digit, black beyond its edge. */
    private static double framed(double[] digit, int x, int y) {
        boolean inside = Math.min(x, y) >= 0 && Math.max(x, y) < DIGIT_SIDE;
        return inside ? digit[y * DIGIT_SIDE + x] : -1;
    }

    /** The mean of 2 × 2 pixels of the grey scene. */
    private static double landscape(int i) {
        int corner = 2 * (i / SIDE) * GreyScene.SIDE + 2 * (i % SIDE);
        int below = corner + GreyScene.SIDE;
        return (SCENE[corner] + SCENE[corner + 1] + SCENE[below] + SCENE[below + 1]) / 2 - 1;
    }
}
