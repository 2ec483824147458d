package noisebook.plot;

import noisebook.math.Require;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a chart.
 *
 * @param title what is shown
 * @param xLabel name and unit of x
 * @param yLabel name and unit of y
 * @param width logical pixels
 * @param height logical pixels
 * @param logX whether x is logarithmic
 * @param logY whether y is logarithmic
 * @param equalAspect whether one unit of x is as long as one of y
 * @param xRange fixed range of x, or null for the range of the data
 * @param yRange fixed range of y, or null for the range of the data
 */
record Axes(
        String title,
        String xLabel,
        String yLabel,
        int width,
        int height,
        boolean logX,
        boolean logY,
        boolean equalAspect,
        @Nullable Range xRange,
        @Nullable Range yRange) {
    /** A closed interval. */
    record Range(double low, double high) {}

    private static final double MARGIN = .04;

    static Axes of(String title, String xLabel, String yLabel) {
        requireText("title", title);
        requireText("xLabel", xLabel);
        requireText("yLabel", yLabel);
        return new Axes(title, xLabel, yLabel, 600, 380, false, false, false, null, null);
    }

    private static void requireText(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " is blank: name the quantity and its unit, \"loss (nats)\"");
        }
    }

    Axes withLogX() {
        return new Axes(title, xLabel, yLabel, width, height, true, logY, equalAspect, xRange, yRange);
    }

    Axes withLogY() {
        return new Axes(title, xLabel, yLabel, width, height, logX, true, equalAspect, xRange, yRange);
    }

    Axes withEqualAspect() {
        return new Axes(title, xLabel, yLabel, width, height, logX, logY, true, xRange, yRange);
    }

    Axes withXRange(double low, double high) {
        return new Axes(title, xLabel, yLabel, width, height, logX, logY, equalAspect, new Range(low, high), yRange);
    }

    Axes withYRange(double low, double high) {
        return new Axes(title, xLabel, yLabel, width, height, logX, logY, equalAspect, xRange, new Range(low, high));
    }

    Axes withSize(int newWidth, int newHeight) {
        Require.positive("width", newWidth);
        Require.positive("height", newHeight);
        return new Axes(title, xLabel, yLabel, newWidth, newHeight, logX, logY, equalAspect, xRange, yRange);
    }

    /** The visible range: fixed where asked, else the data, with a small margin unless {@code tight}. */
    Extent visible(Extent data, boolean tight) {
        Range x = xRange != null ? xRange : padded("x", data.xLow(), data.xHigh(), logX, tight);
        Range y = yRange != null ? yRange : padded("y", data.yLow(), data.yHigh(), logY, tight);
        return new Extent(x.low, x.high, y.low, y.high);
    }

    private static Range padded(String axis, double low, double high, boolean logarithmic, boolean tight) {
        if (low > high) {
            return new Range(0, 1);
        }
        if (tight && low < high) {
            return new Range(low, high);
        }
        if (logarithmic) {
            if (low <= 0) {
                throw new IllegalArgumentException("a logarithmic " + axis + " axis needs positive values, was " + low);
            }
            double margin = Math.max(Math.pow(high / low, MARGIN), 1.05);
            return new Range(low / margin, high * margin);
        }
        double margin = high > low ? (high - low) * MARGIN : Math.max(Math.abs(low), 1) * MARGIN;
        return new Range(low - (low == 0 && high > low ? 0 : margin), high + margin);
    }
}
