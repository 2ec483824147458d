package noisebook.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noisebook.math.Require;
import org.jspecify.annotations.Nullable;

/**
 * The live figure of a training run: it takes losses as they come and draws, when asked, curves against a floor or optimum, progress, speed,
 * time left and the latest samples. Safe to fill from one thread and draw from another.
 */
public final class TrainingChart {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 330;
    private static final int DRAWN_POINTS = 400;

    private final String title;
    private final String lossLabel;
    private final int totalSteps;
    private final List<Band> bands = new ArrayList<>();
    private final Map<String, List<double[]>> curves = new LinkedHashMap<>();
    private @Nullable BufferedImage samples;
    private int step;

    private TrainingChart(String title, String lossLabel, int totalSteps) {
        this.title = title;
        this.lossLabel = lossLabel;
        this.totalSteps = Require.positive("totalSteps", totalSteps);
    }

    /** An empty chart; the label carries the unit: "loss (nats per image)". */
    public static TrainingChart of(String title, String lossLabel, int totalSteps) {
        return new TrainingChart(title, lossLabel, totalSteps);
    }

    /** Draws a labelled band, or a line where both ends are equal: a floor or an optimum. */
    public synchronized TrainingChart band(String label, double low, double high) {
        bands.add(new Band(label, low, high));
        return this;
    }

    /** Adds a point of a curve; a value that is not finite leaves a mark in no curve but counts as progress. */
    public synchronized void add(String curve, int atStep, double value) {
        step = Math.max(step, atStep);
        if (Double.isFinite(value)) {
            curves.computeIfAbsent(curve, name -> new ArrayList<>()).add(new double[] {atStep, value});
        }
    }

    /** Shows these samples beside the curves from now on. */
    public synchronized void samples(BufferedImage image) {
        samples = image;
    }

    /** Draws the state after {@code seconds} of training. */
    public synchronized BufferedImage image(double seconds) {
        Chart chart = Chart.of(title + " · " + progress(seconds), "step", lossLabel)
                .size(WIDTH, HEIGHT)
                .xRange(0, totalSteps);
        for (Map.Entry<String, List<double[]>> curve : curves.entrySet()) {
            List<double[]> points = thinned(curve.getValue());
            chart = chart.line(curve.getKey(), column(points, 0), column(points, 1));
        }
        for (Band band : bands) {
            chart = chart.band(band.label(), band.low(), band.high());
        }
        BufferedImage image = (curves.isEmpty() ? chart : zoomed(chart)).draw();
        return samples == null ? image : Panels.row(image, enlarged(samples, image.getHeight()));
    }

    /** "step 1200 of 6000 · 34 steps/s · 2 min 21 s left". */
    String progress(double seconds) {
        String counted = "step " + step + " of " + totalSteps;
        if (step == 0 || seconds <= 0) {
            return counted;
        }
        double speed = step / seconds;
        String left = step >= totalSteps ? "done" : duration((totalSteps - step) / speed) + " left";
        return counted + " · " + rate(speed) + " · " + left;
    }

    private static String rate(double speed) {
        return speed >= 10 ? Math.round(speed) + " steps/s" : Ticks.text(Math.round(speed * 100) / 100.) + " steps/s";
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }

    /** Leaves the first tenth out of the range of y: its losses would press the rest flat. */
    private Chart zoomed(Chart chart) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Band band : bands) {
            low = Math.min(low, band.low());
            high = Math.max(high, band.high());
        }
        for (List<double[]> points : curves.values()) {
            for (double[] point : points.subList(points.size() / 10, points.size())) {
                low = Math.min(low, point[1]);
                high = Math.max(high, point[1]);
            }
        }
        double margin = high > low ? .06 * (high - low) : .1 * Math.max(1e-6, Math.abs(high));
        return chart.yRange(low - margin, high + margin);
    }

    /** At most {@value #DRAWN_POINTS} points, each the mean of its neighbours. */
    private static List<double[]> thinned(List<double[]> points) {
        int group = (points.size() + DRAWN_POINTS - 1) / DRAWN_POINTS;
        if (group == 1) {
            return points;
        }
        List<double[]> means = new ArrayList<>();
        for (int start = 0; start < points.size(); start += group) {
            List<double[]> part = points.subList(start, Math.min(start + group, points.size()));
            means.add(new double[] {mean(part, 0), mean(part, 1)});
        }
        return means;
    }

    private static double mean(List<double[]> points, int axis) {
        return points.stream().mapToDouble(point -> point[axis]).average().orElseThrow();
    }

    private static double[] column(List<double[]> points, int axis) {
        return points.stream().mapToDouble(point -> point[axis]).toArray();
    }

    /** Fills the height; small images grow by a whole factor with sharp pixels. */
    private static BufferedImage enlarged(BufferedImage image, int height) {
        double factor = height / (double) image.getHeight();
        if (factor >= 1) {
            factor = Math.floor(factor);
        }
        BufferedImage result = new BufferedImage(
                (int) (image.getWidth() * factor), (int) (image.getHeight() * factor), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = result.createGraphics();
        if (factor < 1) {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        g.drawImage(image, 0, 0, result.getWidth(), result.getHeight(), null);
        g.dispose();
        return result;
    }
}
