package noisebook.data;

/** Colours in one int each, 0xRRGGBB. */
final class Rgb {
    static final int BLACK = 0;
    static final int WHITE = 0xffffff;

    private Rgb() {}

    /** So far, 0 to 1, on the way from one colour to another. */
    static int mix(int from, int to, double share) {
        return of(
                red(from) + share * (red(to) - red(from)),
                green(from) + share * (green(to) - green(from)),
                blue(from) + share * (blue(to) - blue(from)));
    }

    /** The nearest colour to three numbers, which may lie outside 0 to 255. */
    static int of(double red, double green, double blue) {
        return level(red) << 16 | level(green) << 8 | level(blue);
    }

    /** A colour near to this one: all channels moved together by up to {@code most}, and each of them by up to half of it. */
    static int near(int colour, double most, Dice dice) {
        double all = dice.uniform(-most, most);
        return of(
                red(colour) + all + dice.uniform(-most / 2, most / 2),
                green(colour) + all + dice.uniform(-most / 2, most / 2),
                blue(colour) + all + dice.uniform(-most / 2, most / 2));
    }

    static int red(int colour) {
        return colour >> 16 & 0xff;
    }

    static int green(int colour) {
        return colour >> 8 & 0xff;
    }

    static int blue(int colour) {
        return colour & 0xff;
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, value + .5));
    }
}
