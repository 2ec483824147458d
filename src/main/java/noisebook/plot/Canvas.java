package noisebook.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** White paper at two device pixels to the logical pixel, and the fonts used on it. */
final class Canvas {
    /** Device pixels per logical pixel: figures stay sharp on dense screens and legible at half width. */
    static final int SCALE = 2;

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    private static final BasicStroke HALO = new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private Canvas() {}

    /** Paints on a new white image; {@code width} and {@code height} are logical pixels. */
    static BufferedImage paint(int width, int height, Consumer<Graphics2D> painter) {
        BufferedImage image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(SCALE, SCALE);
        draw(g, painter);
        return image;
    }

    /** Paints on a new white sheet with the colours of another image; {@code width} and {@code height} are device pixels. */
    static BufferedImage sheet(int width, int height, BufferedImage colours, Consumer<Graphics2D> painter) {
        BufferedImage image = new BufferedImage(width, height, colours.getType());
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        draw(g, painter);
        return image;
    }

    /** Paints for the layout alone; nothing is kept. */
    static void scrap(Consumer<Graphics2D> painter) {
        draw(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(), painter);
    }

    /** The advance width of {@code text} in logical pixels. */
    static int width(String text, Font font) {
        return (int) Math.ceil(font.getStringBounds(text, METRICS).getWidth());
    }

    /** Writes text in ink with a white rim, which keeps it legible on lines. */
    static void haloed(Graphics2D g, String text, double x, double baseline) {
        Shape glyphs =
                g.getFont().createGlyphVector(g.getFontRenderContext(), text).getOutline((float) x, (float) baseline);
        g.setStroke(HALO);
        g.setColor(Color.WHITE);
        g.draw(glyphs);
        g.setColor(Palette.INK);
        g.drawString(text, (float) x, (float) baseline);
    }

    /** Runs {@code painter} on {@code g} with smooth edges and text, then disposes of it. */
    static void draw(Graphics2D g, Consumer<Graphics2D> painter) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        painter.accept(g);
        g.dispose();
    }
}
