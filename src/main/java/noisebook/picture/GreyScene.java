package noisebook.picture;

import java.util.Arrays;
import java.util.Random;
import noisebook.math.Moments;

/**
 * A drawn mid-grey picture, 64 × 64 pixels: sky, sun, hills, a house and a field with grain. Its mean is .5, its standard deviation
 * .17, and nothing is near black or white, so that brightness and contrast can be changed; on digits the black background
 * turns the order of SSIM round.
 */
public final class GreyScene {
    /** Pixels on a side. */
    public static final int SIDE = 64;

    private static final double MEAN = .5;
    private static final double DEVIATION = .17;
    private static final double GRAIN = .12;
    private static final long SEED = 1;

    private GreyScene() {}

    /** The pixels, row by row, in (0, 1); always the same. */
    public static double[] pixels() {
        Random random = new Random(SEED);
        double[] pixels = new double[SIDE * SIDE];
        Arrays.setAll(pixels, i -> shade(i % SIDE, i / SIDE, GRAIN * (2 * random.nextDouble() - 1)));
        Moments moments = Moments.of(pixels);
        double scale = DEVIATION / moments.standardDeviation();
        Arrays.setAll(pixels, i -> MEAN + scale * (pixels[i] - moments.mean()));
        return pixels;
    }

    private static double shade(int x, int y, double grain) {
        if (isHouse(x, y)) {
            return house(x, y) + .3 * grain;
        }
        double hills = 34 + 5 * Math.sin(x / 7.) + 3 * Math.sin(x / 2.9 + 1);
        if (y > hills) {
            return .38 + .09 * Math.sin((x + 2.5 * y) * .9) + grain; // furrows
        }
        boolean sun = Math.hypot(x - 13, y - 13) < 6.5;
        double clouds = .58 + .004 * y + .05 * Math.sin(y / 3. + Math.sin(x / 9.));
        return (sun ? .8 : clouds) + .8 * grain;
    }

    private static boolean isHouse(int x, int y) {
        boolean walls = x >= 34 && x < 56 && y >= 32 && y < 56;
        boolean roof = y >= 20 && y < 32 && Math.abs(x - 44.5) < y - 18;
        return walls || roof;
    }

    private static double house(int x, int y) {
        if (y < 32) {
            return .3 + .07 * (y % 3); // roof tiles
        }
        boolean window = (x - 34) % 11 >= 3 && (x - 34) % 11 < 8 && (y - 32) % 12 >= 3 && (y - 32) % 12 < 9;
        return window ? .28 : .74 - .1 * ((x + y / 2 % 2 * 2) % 4 == 0 || y % 2 == 0 ? 1 : 0); // bricks
    }
}
