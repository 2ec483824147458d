package noisebook.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import noisebook.math.Doubles;
import noisebook.math.Require;

/**
 * Pictures of one size, as numbers: (count, channels, height, width) flat and row-major. One channel is grey, three are red, green and blue. What models
 * return, and what judges, grids and quizzes take.
 *
 * <p>Values may leave their range, as samples of a diffusion model do; {@link #clipped} brings them back.
 */
public final class Images {
    private final int channels;
    private final int height;
    private final int width;
    private final PixelRange range;
    private final float[] values;

    private Images(int channels, int height, int width, PixelRange range, float[] values) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.range = range;
        this.values = values;
    }

    /**
     * Pictures over an array, which is kept: the caller must not change it afterwards.
     *
     * @param channels 1 for grey, 3 for colour
     * @param range what is black and white in them
     * @param values (count, channels, height, width) flat
     * @throws IllegalArgumentException when a size is below 1, channels are neither 1 nor 3, or the values are not whole pictures
     */
    public static Images of(int channels, int height, int width, PixelRange range, float[] values) {
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException(
                    "pictures have 1 channel (grey) or 3 (colour), were to have " + channels);
        }
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "pictures must have at least 1×1 pixels, were to have " + height + "×" + width);
        }
        int each = channels * height * width;
        if (values.length == 0 || values.length % each != 0) {
            throw new IllegalArgumentException(values.length + " values are not a whole number of pictures of "
                    + (channels == 1 ? "" : channels + "×") + height + "×" + width + " = " + each + " values");
        }
        return new Images(channels, height, width, range, values);
    }

    /** Grey pictures with values in [0, 1]; see {@link #of}. */
    public static Images grey(int height, int width, float[] values) {
        return of(1, height, width, PixelRange.UNIT, values);
    }

    /** Square grey pictures with values in [0, 1], one a row. */
    public static Images grey(double[]... rows) {
        int side = (int) Math.round(Math.sqrt(rows[0].length));
        return grey(side, side, Doubles.floats(rows));
    }

    /** As many more pictures of the size and range of these. */
    public Images like(float[] others) {
        return of(channels, height, width, range, others);
    }

    /** All of these, then all of those, and so on: rows for a grid. */
    public static Images join(Images first, Images... others) {
        for (Images other : others) {
            first.requireAlike(other);
        }
        float[][] all = new float[others.length + 1][];
        all[0] = first.values;
        for (int i = 0; i < others.length; i++) {
            all[i + 1] = others[i].values;
        }
        return first.like(Doubles.join(all));
    }

    /** All of the first, then all of the second, and so on. */
    public static Images join(List<Images> parts) {
        Require.that(!parts.isEmpty(), "there must be pictures to join", parts);
        return join(parts.get(0), parts.subList(1, parts.size()).toArray(new Images[0]));
    }

    private void requireAlike(Images other) {
        if (other.channels != channels || other.height != height || other.width != width || other.range != range) {
            throw new IllegalArgumentException("pictures of one set must be alike: " + this + " and " + other);
        }
    }

    /** How many there are. */
    public int count() {
        return values.length / numbers();
    }

    /** 1 for grey, 3 for red, green and blue. */
    public int channels() {
        return channels;
    }

    /** Pixels down a picture. */
    public int height() {
        return height;
    }

    /** Pixels across a picture. */
    public int width() {
        return width;
    }

    /** What is black and white in them. */
    public PixelRange range() {
        return range;
    }

    /** How many numbers a picture has: channels × height × width. */
    public int numbers() {
        return channels * height * width;
    }

    /** All values, (count, channels, height, width) flat; shared for speed: read them only. */
    public float[] values() {
        return values;
    }

    /** One picture a row. */
    public double[][] rows() {
        return Doubles.rows(values, numbers());
    }

    /** One picture, flat. */
    public double[] row(int i) {
        return Doubles.of(select(i).values);
    }

    /** The first {@code n}. */
    public Images head(int n) {
        return range(0, n);
    }

    /**
     * Those from one index to before another.
     *
     * @throws IllegalArgumentException when there are not that many
     */
    public Images range(int from, int to) {
        if (from < 0 || to <= from || to > count()) {
            throw new IllegalArgumentException(
                    "there are pictures 0 to " + (count() - 1) + ", was asked for " + from + " to " + (to - 1));
        }
        return like(Arrays.copyOfRange(values, from * numbers(), to * numbers()));
    }

    /** Those at the given indices, in that order; an index may occur twice. */
    public Images select(int... indices) {
        float[] chosen = new float[indices.length * numbers()];
        for (int k = 0; k < indices.length; k++) {
            int i = indices[k];
            if (i < 0 || i >= count()) {
                throw new IllegalArgumentException("there are pictures 0 to " + (count() - 1) + ", was asked for " + i);
            }
            System.arraycopy(values, i * numbers(), chosen, k * numbers(), numbers());
        }
        return like(chosen);
    }

    /** Each brought back into its range: what is darker than black becomes black, what is brighter than white white. */
    public Images clipped() {
        float[] clipped = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            clipped[i] = Math.min(range.white(), Math.max(range.black(), values[i]));
        }
        return like(clipped);
    }

    /** The same pictures with their values in another range. */
    public Images in(PixelRange other) {
        if (other == range) {
            return this;
        }
        float[] moved = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            moved[i] = range.to(other, values[i]);
        }
        return new Images(channels, height, width, other, moved);
    }

    /** Each value moved to the nearest of so many, evenly spaced from black to white: fewer of them make a smaller file. */
    public Images levels(int count) {
        float[] moved = new float[values.length];
        float steps = count - 1f;
        for (int i = 0; i < values.length; i++) {
            moved[i] = PixelRange.UNIT.to(range, Math.round(range.to(PixelRange.UNIT, values[i]) * steps) / steps);
        }
        return like(moved);
    }

    /** The largest difference, over all numbers, of one of these to one of others of their size. */
    public double largestDifference(int i, Images other, int j) {
        requireAlike(other);
        return IntStream.range(0, numbers())
                .mapToDouble(k -> Math.abs(values[i * numbers() + k] - other.values[j * numbers() + k]))
                .max()
                .orElseThrow();
    }

    /** The Euclidean distance of two of them over all their numbers. */
    public double distance(int i, int j) {
        return Math.sqrt(IntStream.range(0, numbers())
                .mapToDouble(k -> Math.pow(values[i * numbers() + k] - values[j * numbers() + k], 2))
                .sum());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Images that
                && channels == that.channels
                && height == that.height
                && width == that.width
                && range == that.range
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return count() + (channels == 1 ? " grey" : " colour") + " pictures of " + height + "×" + width + " in ["
                + (int) range.black() + ", " + (int) range.white() + "]";
    }
}
