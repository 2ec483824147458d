package noisebook.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import noisebook.math.Doubles;
import noisebook.math.Require;

/**
 * A chart with named axes, built layer by layer; every call returns a new chart, and {@link #image} draws it.
 *
 * <pre>{@code
 * Chart.of("Noise schedules", "t (steps)", "ᾱ")
 *         .line("linear", t, linear)
 *         .line("cosine", t, cosine)
 *         .level("half the signal", .5)
 *         .image()
 * }</pre>
 *
 * <p>Axis labels carry their unit in brackets where they have one: "loss (nats per image)", "z₁". Points are float arrays of shape (N, 2), row-major, as
 * networks give them; curves are pairs of double arrays.
 */
public final class Chart implements Drawing {
    private static final int CURVE_POINTS = 400;

    private final Axes axes;
    private final List<Layer> layers;
    private final int colors;

    private Chart(Axes axes, List<Layer> layers, int colors) {
        this.axes = axes;
        this.layers = layers;
        this.colors = colors;
    }

    /**
     * An empty chart of 600 × 380 logical pixels (the image has twice as many).
     *
     * @throws IllegalArgumentException if the title or a label is blank
     */
    public static Chart of(String title, String xLabel, String yLabel) {
        return new Chart(Axes.of(title, xLabel, yLabel), List.of(), 0);
    }

    /** A solid curve through the points (x, y). */
    public Chart line(String name, double[] x, double[] y) {
        return series(name, Series.Kind.LINE, x, y);
    }

    /** A dashed curve: a closed form or a reference beside measured lines. */
    public Chart dashed(String name, double[] x, double[] y) {
        return series(name, Series.Kind.DASHED, x, y);
    }

    /** The graph of {@code f} over [low, high]: a density over its histogram, for one. */
    public Chart curve(String name, double low, double high, DoubleUnaryOperator f) {
        Require.range("curve \"" + name + "\"", low, high);
        double[] x = new double[CURVE_POINTS];
        double[] y = new double[CURVE_POINTS];
        for (int i = 0; i < CURVE_POINTS; i++) {
            x[i] = low + (high - low) * i / (CURVE_POINTS - 1);
            y[i] = f.applyAsDouble(x[i]);
        }
        return line(name, x, y);
    }

    /** Opaque dots at (x, y): measurements. */
    public Chart dots(String name, double[] x, double[] y) {
        return series(name, Series.Kind.DOTS, x, y);
    }

    /** A cloud of translucent points, (N, 2) row-major, in the next colour. */
    public Chart cloud(String name, float[] points) {
        return add(Cloud.of(name, points, nextColor()), colors + 1);
    }

    /** A cloud of translucent points, (N, 2) row-major, coloured by its N labels; one legend entry a class. */
    public Chart classes(float[] points, int[] labels) {
        Chart chart = this;
        for (Cloud cloud : Cloud.byClass(points, labels)) {
            chart = chart.add(cloud, colors);
        }
        return chart;
    }

    /** The histogram of {@code values} as a density with {@code bins} bins over [low, high]; values outside count in the total. */
    public Chart histogram(String name, float[] values, double low, double high, int bins) {
        return histogram(name, Doubles.of(values), low, high, bins);
    }

    /** The histogram of {@code values} as a density with {@code bins} bins over [low, high]; values outside count in the total. */
    public Chart histogram(String name, double[] values, double low, double high, int bins) {
        return add(Histogram.of(name, values, low, high, bins, nextColor()), colors + 1);
    }

    /** A labelled horizontal line: a floor, an optimum, a target. */
    public Chart level(String label, double y) {
        return band(label, y, y);
    }

    /** A labelled horizontal band from {@code low} to {@code high}. */
    public Chart band(String label, double low, double high) {
        return add(new Band(label, low, high), colors);
    }

    /** Filled cells beneath everything else, with a colour scale from {@code low} to {@code high}. */
    public Chart field(Field field, ColorMap map, double low, double high) {
        return add(new FieldLayer(field, map::rgb, low, high), colors);
    }

    /** Filled cells in the few colours that anchor the map, the nearest one each: steps that an eye can name on the colour scale. */
    public Chart steppedField(Field field, ColorMap map, double low, double high) {
        return add(new FieldLayer(field, map::anchor, low, high), colors);
    }

    /** Filled cells over the field's own range of values. */
    public Chart field(Field field, ColorMap map) {
        return field(field, map, field.least(), field.greatest());
    }

    /** Lines where the field takes these values. */
    public Chart contours(Field field, double... levels) {
        return add(new Contours(field, levels.clone()), colors);
    }

    /** An arrow from each (N, 2) point along its (N, 2) vector, in data units. */
    public Chart arrows(float[] points, float[] vectors) {
        return add(new Arrows(points, vectors), colors);
    }

    /** A dashed circle: a contour of a round Gaussian. */
    public Chart circle(double x, double y, double radius) {
        double[] xs = new double[121];
        double[] ys = new double[121];
        for (int i = 0; i <= 120; i++) {
            xs[i] = x + radius * Math.cos(Math.PI * i / 60);
            ys[i] = y + radius * Math.sin(Math.PI * i / 60);
        }
        return add(new Series("", Series.Kind.DASHED, xs, ys, Palette.INK), colors);
    }

    /** Logarithmic x; all x must be positive. */
    public Chart logX() {
        return with(axes.withLogX());
    }

    /** Logarithmic y; all y must be positive. */
    public Chart logY() {
        return with(axes.withLogY());
    }

    /** Fixes the range of x; films need it. */
    public Chart xRange(double low, double high) {
        Require.range("xRange", low, high);
        return with(axes.withXRange(low, high));
    }

    /** Fixes the range of y; films need it. */
    public Chart yRange(double low, double high) {
        Require.range("yRange", low, high);
        return with(axes.withYRange(low, high));
    }

    /** One unit of x as long as one of y. */
    public Chart equalAspect() {
        return with(axes.withEqualAspect());
    }

    /** Size in logical pixels; the image has twice as many. */
    public Chart size(int width, int height) {
        return with(axes.withSize(width, height));
    }

    /**
     * Draws the chart.
     *
     * @throws IllegalArgumentException if there is no layer, no room for the axes in this size, or a logarithmic axis meets a value that
     *     is not positive
     */
    @Override
    public BufferedImage image() {
        Require.notEmpty("chart \"" + axes.title() + "\"", layers);
        return draw();
    }

    /** Draws the chart, or empty axes where there is no layer yet. */
    BufferedImage draw() {
        return new ChartPainter(axes, layers).paint();
    }

    private Chart series(String name, Series.Kind kind, double[] x, double[] y) {
        return add(new Series(name, kind, x.clone(), y.clone(), nextColor()), colors + 1);
    }

    private Color nextColor() {
        return Palette.series(colors);
    }

    private Chart add(Layer layer, int nextColors) {
        return new Chart(axes, Stream.concat(layers.stream(), Stream.of(layer)).toList(), nextColors);
    }

    private Chart with(Axes newAxes) {
        return new Chart(newAxes, new ArrayList<>(layers), colors);
    }
}
