package noisebook.plot;

import java.awt.Color;
import noisebook.math.Require;

/**
 * Counts of values in equal bins, drawn as a density: the area under the steps is the share of values inside the range.
 *
 * <p>density of bin k = count(k) / (n · width), with n all values, those outside the range included.
 */
final class Histogram {
    private Histogram() {}

    static Series of(String name, double[] values, double low, double high, int bins, Color color) {
        return steps(name, density(values, low, high, bins), low, (high - low) / bins, color);
    }

    static double[] density(double[] values, double low, double high, int bins) {
        Require.range("histogram", low, high);
        Require.positive("bins", bins);
        return noisebook.math.Histogram.of(Require.finite("values", values), low, high, bins)
                .densities();
    }

    /** The outline of the bars, down to zero at both ends. */
    private static Series steps(String name, double[] density, double low, double width, Color color) {
        int bins = density.length;
        double[] x = new double[2 * bins + 2];
        double[] y = new double[2 * bins + 2];
        for (int corner = 0; corner < x.length; corner++) {
            int edge = corner / 2;
            x[corner] = low + edge * width;
            y[corner] = corner == 0 || corner == x.length - 1 ? 0 : density[(corner - 1) / 2];
        }
        return new Series(name, Series.Kind.STEPS, x, y, color);
    }
}
