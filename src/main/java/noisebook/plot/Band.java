package noisebook.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import noisebook.math.Require;

/**
 * A labelled horizontal line or band: a floor, an optimum, a target.
 *
 * @param label written at the right end, above the band
 * @param low lower edge, in y
 * @param high upper edge, in y; equal to {@code low} for a line
 */
record Band(String label, double low, double high) implements Layer {
    private static final BasicStroke STROKE =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {5, 3}, 0);

    Band {
        Require.finite("band \"" + label + "\"", new double[] {low, high});
        if (low > high) {
            throw new IllegalArgumentException("band \"" + label + "\" needs low ≤ high, was " + low + " > " + high);
        }
    }

    @Override
    public Extent extent() {
        return Extent.ofY(low, high);
    }

    @Override
    public void under(Graphics2D g, Plane plane) {
        g.setColor(Palette.RULE);
        g.fill(plane.box(plane.extent().xLow(), plane.extent().xHigh(), low, high));
    }

    @Override
    public void over(Graphics2D g, Plane plane) {
        Rectangle2D area = plane.area();
        g.setColor(Palette.INK);
        g.setStroke(STROKE);
        for (double edge : new double[] {low, high}) {
            g.draw(new Line2D.Double(area.getMinX(), plane.y(edge), area.getMaxX(), plane.y(edge)));
        }
        g.setFont(Canvas.TEXT);
        double width = g.getFontMetrics().getStringBounds(label, g).getWidth();
        double above = plane.y(high) - 5;
        double baseline = above - g.getFontMetrics().getAscent() < area.getMinY() ? plane.y(low) + 16 : above;
        Canvas.haloed(g, label, area.getMaxX() - width - 6, baseline);
    }
}
