package noisebook.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The part that XChart draws: title, axes, ticks, grid and legend on transparent ground.
 *
 * <p>XChart joins points one by one, so dashes break and thousands of points take long: layers draw their own data, and XChart gets one point
 * of each, outside the axes, for its legend.
 */
final class Frame {
    private static final Color CLEAR = new Color(0, true);
    private static final int LEGEND_ENTRY = 54;
    /** The width, and the height, of the smallest plot that has ticks. */
    static final int LEAST_WIDTH = 74;

    static final int LEAST_HEIGHT = 25;
    /** A chart this low may have a plot without ticks, at XChart's spacing of 44. */
    private static final int LOW = 200;

    private static final double[] ONE = {1};

    private Frame() {}

    static XYChart of(Axes axes, Extent visible, List<Layer> layers) {
        XYChart chart = new XYChart(axes.width(), axes.height());
        chart.setTitle(axes.title());
        chart.setXAxisTitle(axes.xLabel());
        chart.setYAxisTitle(axes.yLabel());
        layers.stream().filter(layer -> !layer.name().isEmpty()).forEach(layer -> name(chart, visible, layer));
        boolean named = !chart.getSeriesCollection().isEmpty();
        if (!named) {
            outside(chart, visible);
        }
        look(chart.getStyler());
        if (axes.height() < LOW) {
            chart.getStyler().setYAxisTickMarkSpacingHint(LEAST_HEIGHT);
        }
        chart.getStyler().setChartTitleFont(titleFont(axes));
        scale(chart.getStyler(), axes, visible);
        legend(chart.getStyler(), axes, layers);
        chart.getStyler().setLegendVisible(named);
        boolean field = layers.stream().anyMatch(FieldLayer.class::isInstance);
        chart.getStyler()
                .setPlotGridVerticalLinesVisible(!field && !axes.logX())
                .setPlotGridHorizontalLinesVisible(!field && !axes.logY());
        return chart;
    }

    private static void name(XYChart chart, Extent visible, Layer layer) {
        XYSeries series = outside(chart, visible);
        Series.Kind kind = layer.kind();
        series.setLabel(layer.name());
        series.setLineColor(layer.color()).setLineStyle(new Series("", kind, ONE, ONE, layer.color()).stroke());
        series.setMarkerColor(layer.color())
                .setMarker(kind == Series.Kind.DOTS ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setFillColor(Palette.withAlpha(layer.color(), .35));
        series.setXYSeriesRenderStyle(
                switch (kind) {
                    case LINE, DASHED -> XYSeriesRenderStyle.Line;
                    case DOTS -> XYSeriesRenderStyle.Scatter;
                    case STEPS -> XYSeriesRenderStyle.PolygonArea;
                });
    }

    /** A series of one point far outside the visible range. */
    private static XYSeries outside(XYChart chart, Extent visible) {
        double[] x = {visible.xHigh() + 9 * (visible.xHigh() - visible.xLow())};
        double[] y = {visible.yHigh() + 9 * (visible.yHigh() - visible.yLow())};
        XYSeries series =
                chart.addSeries("series " + chart.getSeriesCollection().size(), x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        return series;
    }

    private static void look(XYStyler styler) {
        styler.setChartBackgroundColor(CLEAR)
                .setPlotBackgroundColor(CLEAR)
                .setPlotBorderColor(Palette.INK)
                .setChartFontColor(Palette.INK)
                .setPlotContentSize(1)
                .setMarkerSize(8);
        styler.setAxisTitleFont(Canvas.LABEL)
                .setAxisTickLabelsFont(Canvas.TEXT)
                .setAxisTickLabelsColor(Palette.INK)
                .setAxisTickMarksColor(Palette.INK)
                .setPlotGridLinesColor(Palette.RULE)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotMargin(0);
    }

    /** The title's font, smaller where the title would not fit. */
    private static Font titleFont(Axes axes) {
        double room = .8 * axes.width() / Canvas.width(axes.title(), Canvas.TITLE);
        return Canvas.TITLE.deriveFont((float) (Canvas.TITLE.getSize() * Math.min(1, room)));
    }

    private static void scale(XYStyler styler, Axes axes, Extent visible) {
        boolean fewX = axes.logX() && Ticks.fewDecades(visible.xLow(), visible.xHigh());
        boolean fewY = axes.logY() && Ticks.fewDecades(visible.yLow(), visible.yHigh());
        styler.setXAxisLogarithmic(axes.logX())
                .setYAxisLogarithmic(axes.logY())
                .setXAxisLogarithmicDecadeOnly(!fewX)
                .setYAxisLogarithmicDecadeOnly(!fewY)
                .setXAxisMin(outwards(visible.xLow(), visible.xHigh(), axes.logX()))
                .setXAxisMax(outwards(visible.xHigh(), visible.xLow(), axes.logX()))
                .setYAxisMin(outwards(visible.yLow(), visible.yHigh(), axes.logY()))
                .setYAxisMax(outwards(visible.yHigh(), visible.yLow(), axes.logY()))
                .setYAxisLabelAlignment(TextAlignment.Right)
                .setXAxisTickLabelsFormattingFunction(fewX ? Ticks::oneTwoFive : Ticks::text)
                .setYAxisTickLabelsFormattingFunction(fewY ? Ticks::oneTwoFive : Ticks::text);
    }

    /** A hair beyond the end: XChart leaves out ticks that lie on it. */
    private static double outwards(double end, double other, boolean logarithmic) {
        return logarithmic ? end : end + 1e-6 * (end - other);
    }

    /** Beneath the chart where the names fit in one row, else at its right. */
    private static void legend(XYStyler styler, Axes axes, List<Layer> layers) {
        int width = layers.stream()
                .filter(layer -> !layer.name().isEmpty())
                .mapToInt(layer -> Canvas.width(layer.name(), Canvas.TEXT) + LEGEND_ENTRY)
                .sum();
        boolean row = width < axes.width() - 40;
        styler.setLegendFont(Canvas.TEXT)
                .setLegendBackgroundColor(CLEAR)
                .setLegendBorderColor(CLEAR)
                .setLegendSeriesLineLength(22)
                .setLegendPadding(9)
                .setLegendPosition(row ? LegendPosition.OutsideS : LegendPosition.OutsideE)
                .setLegendLayout(row ? LegendLayout.Horizontal : LegendLayout.Vertical);
    }

    /** The lines of the decades: XChart would rule nine a decade. */
    static void decades(Graphics2D g, Plane plane) {
        Extent visible = plane.extent();
        g.setColor(Palette.RULE);
        for (int exponent = -300; exponent <= 300; exponent++) {
            double value = Math.pow(10, exponent);
            if (plane.logX() && visible.xLow() <= value && value <= visible.xHigh()) {
                g.draw(plane.box(value, value, visible.yLow(), visible.yHigh()));
            }
            if (plane.logY() && visible.yLow() <= value && value <= visible.yHigh()) {
                g.draw(plane.box(visible.xLow(), visible.xHigh(), value, value));
            }
        }
    }
}
