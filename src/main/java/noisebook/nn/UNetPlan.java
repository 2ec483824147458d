package noisebook.nn;

import java.util.List;
import noisebook.math.Require;
import noisebook.tensor.Autocast;

/**
 * What a {@link UNet} is built from. Level i has {@code width · multipliers[i]} channels and {@code size / patch / 2^i} pixels a side.
 *
 * @param in channels of the image that comes in
 * @param out channels of the image that goes out
 * @param size pixels a side of both
 * @param patch side of the patches that the network works on: 1, or 2 for a quarter of the work
 * @param width channels C of the finest level
 * @param multipliers of C, one a level, from fine to coarse
 * @param attention pixels a side of the levels where pixels look at one another, and at the context if there is one
 * @param context size of a token of the context, 0 for none
 * @param embedding size of the embedding of the time that every block is told, a multiple of 4
 * @param normalised whether blocks normalise groups of 8 channels, as DDPM's do; without, a step is faster and learns less
 * @param rounding what is rounded to bfloat16 where the processor can ({@link Autocast})
 */
public record UNetPlan(
        int in,
        int out,
        int size,
        int patch,
        int width,
        List<Integer> multipliers,
        List<Integer> attention,
        int context,
        int embedding,
        boolean normalised,
        Rounding rounding) {
    /** Size of the embedding in the named plans. */
    public static final int EMBEDDING = 128;

    private static final int GROUPS = 8;

    /** What is rounded to bfloat16. */
    public enum Rounding {
        /** The factors of convolutions; what goes from one to the next stays float32. */
        FACTORS,
        /** Also what goes from layer to layer: faster. A noise that is to be told to three digits needs float32 in between. */
        FEATURES,
        /** The same with features that lie channel by channel, which suits group normalisation. */
        PLANES
    }

    /**
     * Checks the plan.
     *
     * @throws IllegalArgumentException when sizes do not halve evenly, or attention is asked for where no level is
     */
    public UNetPlan {
        multipliers = List.copyOf(multipliers);
        attention = List.copyOf(attention);
        Require.positive("in", in);
        Require.positive("out", out);
        Require.positive("size", size);
        Require.positive("width", width);
        Require.positive("levels", multipliers.size());
        multipliers.forEach(multiplier -> Require.positive("multiplier", multiplier));
        Require.that(patch == 1 || patch == 2, "patch must be 1 or 2, was " + patch);
        int step = patch << (multipliers.size() - 1);
        Require.that(size % step == 0, "size must be a multiple of " + step + " for these levels, was " + size);
        Require.that(
                embedding > 0 && embedding % 4 == 0, "embedding must be a positive multiple of 4, was " + embedding);
        Require.that(context >= 0, "context must not be negative, was " + context);
        Require.that(context == 0 || !attention.isEmpty(), "a context needs a level with attention, but there is none");
        for (int level = 0, pixels = size / patch; level < multipliers.size(); level++, pixels /= 2) {
            int channels = width * multipliers.get(level);
            Require.that(
                    channels % GROUPS == 0 || (!normalised && !attention.contains(pixels)),
                    "channels must be a multiple of 8 where they are normalised, were " + channels);
        }
        for (int pixels : attention) {
            boolean there = false;
            for (int level = 0; level < multipliers.size(); level++) {
                there |= pixels == (size / patch) >> level;
            }
            Require.that(there, "attention must be at the pixels of a level, was at " + pixels);
        }
    }

    /**
     * As in DDPM (Ho et al. 2020, appendix B), for 28×28 images: C, 2C, 4C channels at 28, 14 and 7 pixels, attention at 7×7.
     *
     * @param width C, a multiple of 8
     */
    public static UNetPlan ddpm(int width) {
        return new UNetPlan(1, 1, 28, 1, width, List.of(1, 2, 4), List.of(7), 0, EMBEDDING, true, Rounding.PLANES);
    }

    /**
     * For 28×28 images in 2×2 patches: C channels at 14×14, 2C at 7×7, no normalisation, no attention. It learns less a step than
     * {@link #ddpm} and far more a second, which is what counts on a processor.
     *
     * @param rounding {@link Rounding#FEATURES} is exact enough for a velocity
     */
    public static UNetPlan patches(int width, Rounding rounding) {
        return new UNetPlan(1, 1, 28, 2, width, List.of(1, 2), List.of(), 0, EMBEDDING, false, rounding);
    }

    /** The coarsest level. */
    int bottom() {
        return multipliers.size() - 1;
    }

    int channels(int level) {
        return width * multipliers.get(level);
    }

    /** Channels that enter a level: a normalised network widens in the block, another on the way down. */
    int entering(int level) {
        return channels(normalised && level > 0 ? level - 1 : level);
    }

    boolean attends(int level) {
        return attention.contains(pixels(level));
    }

    /** What tells levels apart in names: their pixels, nothing where there is but one above the coarsest. */
    String suffix(int level) {
        return bottom() == 1 ? "" : Integer.toString(pixels(level));
    }

    private int pixels(int level) {
        return (size / patch) >> level;
    }

    Autocast autocast() {
        return rounding == Rounding.PLANES ? Autocast.bfloat16Planes() : Autocast.bfloat16();
    }

    boolean roundsFeatures() {
        return rounding != Rounding.FACTORS;
    }
}
