package noisebook.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import noisebook.math.Doubles;
import noisebook.math.Require;

/**
 * An arrow from each point along its vector.
 *
 * @param points (N, 2), row-major
 * @param vectors (N, 2), row-major, in data units
 */
@SuppressWarnings("ArrayRecordComponent") // layers are drawn, never compared
record Arrows(float[] points, float[] vectors) implements Layer {
    private static final double HEAD = 6;

    Arrows {
        Require.sameLength("points", points.length, "vectors", vectors.length);
        Require.finite("points", Doubles.of(points));
        Require.finite("vectors", Doubles.of(vectors));
    }

    @Override
    public void over(Graphics2D g, Plane plane) {
        g.setColor(Palette.INK);
        g.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i + 1 < points.length; i += 2) {
            arrow(
                    g,
                    plane.at(points[i], points[i + 1]),
                    plane.at(points[i] + vectors[i], points[i + 1] + vectors[i + 1]));
        }
    }

    private static void arrow(Graphics2D g, Point2D tail, Point2D tip) {
        double angle = Math.atan2(tip.getY() - tail.getY(), tip.getX() - tail.getX());
        double head = Math.min(HEAD, .5 * tail.distance(tip));
        Path2D path = new Path2D.Double();
        path.moveTo(tail.getX(), tail.getY());
        path.lineTo(tip.getX(), tip.getY());
        path.moveTo(tip.getX() - head * Math.cos(angle - .45), tip.getY() - head * Math.sin(angle - .45));
        path.lineTo(tip.getX(), tip.getY());
        path.lineTo(tip.getX() - head * Math.cos(angle + .45), tip.getY() - head * Math.sin(angle + .45));
        g.draw(path);
    }
}
