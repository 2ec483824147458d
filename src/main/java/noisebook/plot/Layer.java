package noisebook.plot;

import java.awt.Color;
import java.awt.Graphics2D;

/** One thing drawn on a {@link Chart}, beneath or above the axes and their grid. */
interface Layer {
    /** The data range that must be visible. */
    default Extent extent() {
        return Extent.NONE;
    }

    /** The legend entry; empty for none. */
    default String name() {
        return "";
    }

    /** How the legend shows it. */
    default Series.Kind kind() {
        return Series.Kind.DOTS;
    }

    /** The colour in the legend. */
    default Color color() {
        return Palette.INK;
    }

    /** Paints below axes and grid, clipped to the plot area. */
    default void under(Graphics2D g, Plane plane) {}

    /** Paints above axes and grid, clipped to the plot area. */
    default void over(Graphics2D g, Plane plane) {}
}
