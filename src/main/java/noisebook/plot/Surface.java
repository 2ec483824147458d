package noisebook.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field as a surface in space, seen from above the corner of the greatest x and least y; far patches are painted first.
 *
 * @param title what is shown
 * @param xLabel name and unit of x
 * @param yLabel name and unit of y
 * @param field heights
 * @param map colours from the least height to the greatest
 * @param paths ways over it, each (n, 2), with a dot where it ends; a single point is marked
 */
public record Surface(String title, String xLabel, String yLabel, Field field, ColorMap map, List<double[][]> paths)
        implements Drawing {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 340;
    private static final double RADIUS = 140;
    private static final double TILT = .32;
    private static final double LIFT = 130;

    /** Keeps a list of its own. */
    public Surface {
        paths = List.copyOf(paths);
    }

    /** A surface with nothing on it. */
    public Surface(String title, String xLabel, String yLabel, Field field, ColorMap map) {
        this(title, xLabel, yLabel, field, map, List.of());
    }

    /** The same with a way over it, or a marked point; what lies outside the field's outermost samples is left out. */
    public Surface path(double[]... points) {
        return new Surface(
                title,
                xLabel,
                yLabel,
                field,
                map,
                Stream.concat(paths.stream(), Stream.<double[][]>of(points)).toList());
    }

    /** Draws the surface. */
    @Override
    public BufferedImage image() {
        return Canvas.paint(WIDTH, HEIGHT, this::paint);
    }

    private void paint(Graphics2D g) {
        g.setStroke(new BasicStroke(1));
        g.setColor(Palette.RULE);
        g.draw(outline());
        g.setStroke(new BasicStroke(.5f));
        for (int row = field.rows() - 2; row >= 0; row--) {
            for (int column = 0; column < field.columns() - 1; column++) {
                patch(g, column, row);
            }
        }
        paths.forEach(points -> draw(g, points));
        g.setColor(Palette.INK);
        g.setFont(Canvas.TITLE);
        g.drawString(title, (WIDTH - Canvas.width(title, Canvas.TITLE)) / 2, 24);
        g.setFont(Canvas.LABEL);
        Point2D x = floor(.5 * field.columns(), -.09 * field.rows());
        Point2D y = floor(1.09 * field.columns(), .5 * field.rows());
        g.drawString(xLabel, (float) x.getX() - Canvas.width(xLabel, Canvas.LABEL), (float) x.getY() + 10);
        g.drawString(yLabel, (float) y.getX(), (float) y.getY() + 10);
    }

    private void draw(Graphics2D g, double[][] points) {
        g.setColor(Palette.INK);
        g.setStroke(new BasicStroke(1.6f));
        @Nullable Point2D last = null;
        for (double[] point : points) {
            Optional<Point2D> next = above(point[0], point[1]);
            if (last != null && next.isPresent()) {
                g.draw(new Line2D.Double(last, next.get()));
            }
            last = next.orElse(null);
        }
        if (last != null) {
            g.fill(new Ellipse2D.Double(last.getX() - 4, last.getY() - 4, 8, 8));
        }
    }

    private Optional<Point2D> above(double x, double y) {
        double column = field.column(x);
        double row = field.row(y);
        if (column < 0 || column > field.columns() - 1 || row < 0 || row > field.rows() - 1) {
            return Optional.empty();
        }
        Point2D foot = floor(column, row);
        return Optional.of(new Point2D.Double(foot.getX(), foot.getY() - LIFT * share(field.between(column, row))));
    }

    private Path2D outline() {
        Path2D outline = new Path2D.Double();
        int column = field.columns() - 1;
        int row = field.rows() - 1;
        outline.append(new Line2D.Double(floor(0, 0), floor(column, 0)), false);
        outline.append(new Line2D.Double(floor(column, 0), floor(column, row)), false);
        outline.append(new Line2D.Double(floor(column, row), floor(0, row)), false);
        outline.append(new Line2D.Double(floor(0, row), floor(0, 0)), false);
        return outline;
    }

    private void patch(Graphics2D g, int column, int row) {
        Path2D patch = new Path2D.Double();
        Point2D first = at(column, row);
        patch.moveTo(first.getX(), first.getY());
        for (int[] corner : new int[][] {{1, 0}, {1, 1}, {0, 1}}) {
            Point2D next = at(column + corner[0], row + corner[1]);
            patch.lineTo(next.getX(), next.getY());
        }
        patch.closePath();
        g.setColor(new Color(map.rgb(height(column, row))));
        g.fill(patch);
        g.setColor(Palette.withAlpha(Palette.INK, .35));
        g.draw(patch);
    }

    /** Height of a sample, as a share of the range. */
    private double height(int column, int row) {
        return share(field.at(column, row));
    }

    private double share(double value) {
        double span = field.greatest() - field.least();
        return span > 0 ? (value - field.least()) / span : .5;
    }

    private Point2D at(int column, int row) {
        Point2D foot = floor(column, row);
        return new Point2D.Double(foot.getX(), foot.getY() - LIFT * height(column, row));
    }

    /** The floor's square, turned by 45° and seen at a slant: x runs to the front, y to the back, both to the right. */
    private Point2D floor(double column, double row) {
        double u = column / (field.columns() - 1) - .5;
        double v = row / (field.rows() - 1) - .5;
        return new Point2D.Double(WIDTH / 2. + 1.2 * RADIUS * (u + v), HEIGHT * .65 + 2 * TILT * RADIUS * (u - v));
    }
}
