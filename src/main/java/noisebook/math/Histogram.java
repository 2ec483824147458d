package noisebook.math;

import java.util.Arrays;

/** Counts of values in equal cells over [low, high]; the last cell holds high too, and values outside are counted apart. */
public final class Histogram {
    private final double low;
    private final double width;
    private final long[] counts;
    private final long total;

    private Histogram(double low, double width, long[] counts, long total) {
        this.low = low;
        this.width = width;
        this.counts = counts;
        this.total = total;
    }

    /**
     * Counts the values.
     *
     * @throws IllegalArgumentException if {@code cells < 1} or not {@code low < high}
     */
    public static Histogram of(double[] values, double low, double high, int cells) {
        if (cells < 1 || !(low < high)) {
            throw new IllegalArgumentException(
                    "a histogram needs low < high and at least 1 cell, had [" + low + ", " + high + "] in " + cells);
        }
        long[] counts = new long[cells];
        for (double value : values) {
            if (value >= low && value <= high) {
                counts[Math.min(cells - 1, (int) ((value - low) / (high - low) * cells))]++;
            }
        }
        return new Histogram(low, (high - low) / cells, counts, values.length);
    }

    public long[] counts() {
        return counts.clone();
    }

    /** The middle of each cell. */
    public double[] centers() {
        double[] centers = new double[counts.length];
        Arrays.setAll(centers, i -> low + (i + .5) * width);
        return centers;
    }

    /** Share of all values per unit of width, comparable with a density. */
    public double[] densities() {
        return Arrays.stream(counts)
                .mapToDouble(count -> count / (total * width))
                .toArray();
    }

    /** How many values lay outside [low, high] or were NaN. */
    public long outside() {
        return total - Arrays.stream(counts).sum();
    }
}
