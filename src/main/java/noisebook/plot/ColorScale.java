package noisebook.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * The colours of a field with their values, at the right of the plot area.
 *
 * @param layer the field shown
 */
record ColorScale(FieldLayer layer) {
    private static final int TICKS = 5;
    private static final int BAR = 14;
    private static final int GAP = 8;

    /** Logical pixels that the scale adds to a chart. */
    int width() {
        int text = 0;
        for (int i = 0; i < TICKS; i++) {
            text = Math.max(text, Canvas.width(Ticks.text(value(i)), Canvas.TEXT));
        }
        return BAR + text + 2 * GAP;
    }

    private double value(int tick) {
        return layer.low() + tick * (layer.high() - layer.low()) / (TICKS - 1);
    }

    void paint(Graphics2D g, Rectangle2D area) {
        double left = area.getMaxX() + 2 * GAP;
        double step = area.getHeight() / 256;
        for (int i = 0; i < 256; i++) {
            g.setColor(new Color(layer.map().applyAsInt(i / 255.)));
            g.fill(new Rectangle2D.Double(left, area.getMaxY() - (i + 1) * step, BAR, step + .5));
        }
        g.setColor(Palette.INK);
        g.setFont(Canvas.TEXT);
        for (int i = 0; i < TICKS; i++) {
            double y = area.getMaxY() - i * area.getHeight() / (TICKS - 1);
            g.drawString(Ticks.text(value(i)), (float) (left + BAR + 5), (float) (y + 4.5));
        }
    }
}
