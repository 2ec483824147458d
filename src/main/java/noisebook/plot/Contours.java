package noisebook.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import noisebook.math.Require;

/**
 * Lines of equal value, by marching squares: in each square of four neighbouring samples, the crossings of its edges (found by linear interpolation)
 * are joined in pairs.
 *
 * @param field the sampled function
 * @param levels values to trace
 */
@SuppressWarnings("ArrayRecordComponent") // layers are drawn, never compared
record Contours(Field field, double[] levels) implements Layer {
    Contours {
        Require.finite("levels", levels);
    }

    @Override
    public void over(Graphics2D g, Plane plane) {
        g.setColor(Palette.INK);
        g.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (double level : levels) {
            for (int row = 0; row + 1 < field.rows(); row++) {
                for (int column = 0; column + 1 < field.columns(); column++) {
                    square(g, plane, level, column, row);
                }
            }
        }
    }

    private void square(Graphics2D g, Plane plane, double level, int column, int row) {
        List<Point2D> crossings = new ArrayList<>(4);
        edge(crossings, plane, level, column, row, column + 1, row);
        edge(crossings, plane, level, column + 1, row, column + 1, row + 1);
        edge(crossings, plane, level, column + 1, row + 1, column, row + 1);
        edge(crossings, plane, level, column, row + 1, column, row);
        for (int i = 0; i + 1 < crossings.size(); i += 2) {
            g.draw(new Line2D.Double(crossings.get(i), crossings.get(i + 1)));
        }
    }

    private void edge(List<Point2D> crossings, Plane plane, double level, int c0, int r0, int c1, int r1) {
        double from = field.at(c0, r0) - level;
        double to = field.at(c1, r1) - level;
        if (from < 0 != to < 0) {
            double part = from / (from - to);
            crossings.add(plane.at(field.x(c0 + part * (c1 - c0)), field.y(r0 + part * (r1 - r0))));
        }
    }
}
