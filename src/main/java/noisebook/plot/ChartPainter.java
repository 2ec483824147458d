package noisebook.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/**
 * Draws axes and layers: XChart's first pass on a scrap finds where the axes lie; then layers beneath, XChart, layers above, colour scale.
 *
 * <p>XChart is used through {@code getWidth}, {@code getHeight} and {@code paint} only; its encoders differ between versions.
 */
final class ChartPainter {
    /** Height over width, or width over height, of a chart of equal aspect: a flat one has no room for its legend. */
    private static final double LEAST_SHAPE = .7;
    /** A side with room for everything. */
    private static final int AMPLE = 1000;

    private final Axes axes;
    private final List<Layer> layers;
    private final Extent visible;

    ChartPainter(Axes axes, List<Layer> layers) {
        this.axes = axes;
        this.layers = layers;
        Extent data = layers.stream().map(Layer::extent).reduce(Extent.NONE, Extent::and);
        Extent wanted = axes.visible(data, field().isPresent());
        this.visible = axes.equalAspect() ? wanted.atLeastAsSquareAs(LEAST_SHAPE) : wanted;
    }

    BufferedImage paint() {
        XYChart first = measure(axes.width(), axes.height());
        Rectangle2D area = Plane.of(first, axes, visible).area();
        if (!fits(area)) {
            throw new IllegalArgumentException(noRoom());
        }
        if (!axes.equalAspect()) {
            return paint(first);
        }
        double wanted = area.getWidth() * (visible.yHigh() - visible.yLow()) / (visible.xHigh() - visible.xLow());
        return paint(measure(axes.width(), (int) Math.round(axes.height() + wanted - area.getHeight())));
    }

    private static boolean fits(Rectangle2D area) {
        return area.getWidth() > Frame.LEAST_WIDTH && area.getHeight() > Frame.LEAST_HEIGHT;
    }

    private String noRoom() {
        return "chart \"%s\" has no room for its data in %d × %d pixels: make it at least %d × %d"
                .formatted(
                        axes.title(),
                        axes.width(),
                        axes.height(),
                        least(axes.width(), width -> measure(width, AMPLE)),
                        least(axes.height(), height -> measure(AMPLE, height)));
    }

    private int least(int size, IntFunction<XYChart> chart) {
        return IntStream.rangeClosed(size, AMPLE)
                .filter(n -> fits(Plane.of(chart.apply(n), axes, visible).area()))
                .findFirst()
                .orElse(AMPLE);
    }

    private BufferedImage paint(XYChart chart) {
        Plane plane = Plane.of(chart, axes, visible);
        Optional<ColorScale> scale = field().map(ColorScale::new);
        int width = axes.width() + scale.map(ColorScale::width).orElse(0);
        return Canvas.paint(width, chart.getHeight(), g -> {
            clipped(g, plane, Layer::under);
            Frame.decades(g, plane);
            chart.paint(g, chart.getWidth(), chart.getHeight());
            clipped(g, plane, Layer::over);
            scale.ifPresent(bar -> bar.paint(g, plane.area()));
        });
    }

    private Optional<FieldLayer> field() {
        return layers.stream()
                .filter(FieldLayer.class::isInstance)
                .map(FieldLayer.class::cast)
                .findFirst();
    }

    private void clipped(Graphics2D g, Plane plane, Painting painting) {
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(plane.area());
        layers.forEach(layer -> painting.paint(layer, inside, plane));
        inside.dispose();
    }

    /** One of the two painting methods of a layer. */
    private interface Painting {
        void paint(Layer layer, Graphics2D g, Plane plane);
    }

    private XYChart measure(int width, int height) {
        XYChart chart = Frame.of(axes.withSize(width, height), visible, layers);
        Canvas.scrap(g -> chart.paint(g, chart.getWidth(), chart.getHeight()));
        return chart;
    }
}
