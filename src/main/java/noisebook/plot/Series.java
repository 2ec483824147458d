package noisebook.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import noisebook.math.Require;

/**
 * A curve, dots, or the filled steps of a histogram.
 *
 * @param name legend entry; empty for none
 * @param kind how it is drawn
 * @param x finite abscissae
 * @param y finite ordinates, as many
 * @param color line or marker colour
 */
@SuppressWarnings("ArrayRecordComponent") // layers are drawn, never compared
record Series(String name, Kind kind, double[] x, double[] y, Color color) implements Layer {
    enum Kind {
        LINE,
        DASHED,
        DOTS,
        STEPS
    }

    private static final double DOT = 7;

    Series {
        Require.sameLength("x of \"" + name + "\"", x.length, "y of \"" + name + "\"", y.length);
        Require.finite("x of \"" + name + "\"", x);
        Require.finite("y of \"" + name + "\"", y);
    }

    @Override
    public Extent extent() {
        return Extent.of(x, y);
    }

    @Override
    public void over(Graphics2D g, Plane plane) {
        if (kind == Kind.DOTS) {
            g.setColor(color);
            for (int i = 0; i < x.length; i++) {
                g.fill(new Ellipse2D.Double(plane.x(x[i]) - DOT / 2, plane.y(y[i]) - DOT / 2, DOT, DOT));
            }
            return;
        }
        Path2D path = plane.path(x, y);
        if (kind == Kind.STEPS) {
            g.setColor(Palette.withAlpha(color, .35));
            g.fill(path);
        }
        g.setColor(color);
        g.setStroke(stroke());
        g.draw(path);
    }

    BasicStroke stroke() {
        float[] dashes = kind == Kind.DASHED ? new float[] {7, 4} : null;
        float width = kind == Kind.STEPS ? 1 : 2.2f;
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
