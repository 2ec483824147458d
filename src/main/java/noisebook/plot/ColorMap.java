package noisebook.plot;

/**
 * Maps from [0, 1] to colour; equal steps look equal, also in grey and for colour-blind readers.
 *
 * <p>Each map interpolates linearly in sRGB between equally spaced anchors.
 */
public enum ColorMap {
    /** Dark violet to yellow (van der Walt and Smith 2015): magnitudes and probabilities. */
    VIRIDIS(0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725),

    /** Blue, white, vermilion: signed values, with zero in the middle. */
    DIVERGING(0x0B4F8A, 0x4A8FC3, 0xA9CDE6, 0xF7F7F7, 0xF6C3A2, 0xE07B45, 0xA63C06),

    /** Black to white: pixels. */
    GREY(0x000000, 0xFFFFFF);

    @SuppressWarnings("ImmutableEnumChecker") // never written after construction
    private final int[] anchors;

    ColorMap(int... anchors) {
        this.anchors = anchors;
    }

    /** The colour of {@code value} as 0xRRGGBB; values outside [0, 1] take the end colours. */
    public int rgb(double value) {
        double position = Math.max(0, Math.min(1, value)) * (anchors.length - 1);
        int lower = Math.min((int) position, anchors.length - 2);
        double fraction = position - lower;
        return mix(16, lower, fraction) | mix(8, lower, fraction) | mix(0, lower, fraction);
    }

    /** The colour of the anchor nearest to {@code value}, as 0xRRGGBB. */
    int anchor(double value) {
        int last = anchors.length - 1;
        return rgb(Math.rint(value * last) / last);
    }

    private int mix(int shift, int lower, double fraction) {
        int from = anchors[lower] >> shift & 0xFF;
        int to = anchors[lower + 1] >> shift & 0xFF;
        return (int) Math.round(from + fraction * (to - from)) << shift;
    }
}
