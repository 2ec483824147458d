package noisebook.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import noisebook.math.Require;

/**
 * Many translucent points of one colour.
 *
 * @param name legend entry; empty for none
 * @param x abscissae
 * @param y ordinates
 * @param color opaque colour
 * @param alpha opacity of one point
 */
@SuppressWarnings("ArrayRecordComponent") // layers are drawn, never compared
record Cloud(String name, double[] x, double[] y, Color color, double alpha) implements Layer {
    private static final double DIAMETER = 4.2;

    static Cloud of(String name, float[] points, Color color) {
        int[] all = IntStream.range(0, count(points)).toArray();
        return select(name, points, all, color, alpha(all.length));
    }

    static List<Cloud> byClass(float[] points, int[] labels) {
        Require.sameLength("points", count(points), "labels", labels.length);
        List<Cloud> clouds = new ArrayList<>();
        for (int label : IntStream.of(labels).distinct().sorted().toArray()) {
            int[] members = IntStream.range(0, labels.length)
                    .filter(i -> labels[i] == label)
                    .toArray();
            clouds.add(select(Integer.toString(label), points, members, Palette.label(label), alpha(labels.length)));
        }
        return clouds;
    }

    private static int count(float[] points) {
        if (points.length == 0 || points.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "points must be a filled (N, 2) array, had " + points.length + " numbers");
        }
        return points.length / 2;
    }

    private static Cloud select(String name, float[] points, int[] indices, Color color, double alpha) {
        double[] x = IntStream.of(indices).mapToDouble(i -> points[2 * i]).toArray();
        double[] y = IntStream.of(indices).mapToDouble(i -> points[2 * i + 1]).toArray();
        Require.finite("points", x);
        Require.finite("points", y);
        return new Cloud(name, x, y, color, alpha);
    }

    /** The more points, the fainter each: about opaque below 200, .35 from 5,000 on. */
    private static double alpha(int count) {
        return Math.max(.35, Math.min(.9, 1.9 - .42 * Math.log10(count)));
    }

    @Override
    public Extent extent() {
        return Extent.of(x, y);
    }

    @Override
    public void over(Graphics2D g, Plane plane) {
        g.setColor(Palette.withAlpha(color, alpha));
        for (int i = 0; i < x.length; i++) {
            g.fill(new Ellipse2D.Double(
                    plane.x(x[i]) - DIAMETER / 2, plane.y(y[i]) - DIAMETER / 2, DIAMETER, DIAMETER));
        }
    }
}
