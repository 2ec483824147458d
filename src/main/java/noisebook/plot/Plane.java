package noisebook.plot;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/**
 * Where data coordinates lie on a chart; also outside the axes, where XChart's own mapping gives up.
 *
 * @param extent the data range of both axes
 * @param area the plot area in logical pixels
 * @param logX whether x is logarithmic
 * @param logY whether y is logarithmic
 */
record Plane(Extent extent, Rectangle2D area, boolean logX, boolean logY) {
    /** The plane of a chart that was painted at least once: its axes know their positions only then. */
    static Plane of(XYChart painted, Axes axes, Extent extent) {
        XYStyler styler = painted.getStyler();
        int spacing = styler.getXAxisTickMarkSpacingHint();
        styler.setXAxisTickMarkSpacingHint(1); // XChart gives no position, of y either, in a plot smaller than this
        Rectangle2D area = new Rectangle2D.Double();
        area.setFrameFromDiagonal(
                painted.getScreenXFromChart(extent.xLow()),
                painted.getScreenYFromChart(extent.yLow()),
                painted.getScreenXFromChart(extent.xHigh()),
                painted.getScreenYFromChart(extent.yHigh()));
        styler.setXAxisTickMarkSpacingHint(spacing);
        return new Plane(extent, area, axes.logX(), axes.logY());
    }

    double x(double value) {
        return area.getMinX() + share(value, extent.xLow(), extent.xHigh(), logX) * area.getWidth();
    }

    double y(double value) {
        return area.getMaxY() - share(value, extent.yLow(), extent.yHigh(), logY) * area.getHeight();
    }

    private static double share(double value, double low, double high, boolean logarithmic) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    Point2D at(double x, double y) {
        return new Point2D.Double(x(x), y(y));
    }

    Rectangle2D box(double xLow, double xHigh, double yLow, double yHigh) {
        Rectangle2D box = new Rectangle2D.Double();
        box.setFrameFromDiagonal(at(xLow, yLow), at(xHigh, yHigh));
        return box;
    }

    Path2D path(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x(x[0]), y(y[0]));
        for (int i = 1; i < x.length; i++) {
            path.lineTo(x(x[i]), y(y[i]));
        }
        return path;
    }
}
