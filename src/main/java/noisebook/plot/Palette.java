package noisebook.plot;

import java.awt.Color;
import java.util.List;

/**
 * Colours that stay apart for colour-blind readers.
 *
 * <p>Series take the eight colours of Okabe and Ito (2008), the lightest last; classes take the ten colours of Petroff
 * (2021, "Accessible color sequences for data visualization").
 */
public final class Palette {
    /** Text, axes and reference lines. */
    public static final Color INK = new Color(0x262626);

    /** Grid lines and frames. */
    public static final Color RULE = new Color(0xE4E4E4);

    private static final List<Color> SERIES =
            colors(0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x262626, 0xF0E442);
    private static final List<Color> CLASSES =
            colors(0x3F90DA, 0xFFA90E, 0xBD1F01, 0x94A4A2, 0x832DB6, 0xA96B59, 0xE76300, 0xB9AC70, 0x717581, 0x92DADD);

    private Palette() {}

    /** The colour of the series with this index; repeats after eight. */
    public static Color series(int index) {
        return SERIES.get(Math.floorMod(index, SERIES.size()));
    }

    /** The colour of the class with this label; repeats after ten. */
    public static Color label(int label) {
        return CLASSES.get(Math.floorMod(label, CLASSES.size()));
    }

    static Color withAlpha(Color color, double alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * alpha));
    }

    private static List<Color> colors(int... rgb) {
        return java.util.Arrays.stream(rgb).mapToObj(Color::new).toList();
    }
}
