package noisebook.math;

import java.util.Arrays;

/**
 * How well samples cover a mixture of round Gaussians of one σ: a mode counts as hit when a sample comes within 3σ of its centre, and a
 * sample is good when it is within 3σ of any (Srivastava et al. 2017). In the plane the mixture itself has 98.9 % good samples.
 */
public final class ModeCoverage {
    private static final double REACH = 3;

    private final int[] counts;
    private final int samples;

    private ModeCoverage(int[] counts, int samples) {
        this.counts = counts;
        this.samples = samples;
    }

    /**
     * Counts the samples of each mode.
     *
     * @throws IllegalArgumentException if there are no samples or no centres
     */
    public static ModeCoverage of(double[][] samples, double[][] centers, double sigma) {
        Require.atLeast(1, samples, "samples");
        int[] counts = new int[centers.length];
        for (double[] sample : samples) {
            int mode = Distances.nearest(sample, centers);
            if (Distances.squared(sample, centers[mode]) <= REACH * REACH * sigma * sigma) {
                counts[mode]++;
            }
        }
        return new ModeCoverage(counts, samples.length);
    }

    /** The centres of n modes evenly on a circle, from (radius, 0) on. */
    public static double[][] ring(int modes, double radius) {
        double[][] centers = new double[modes][];
        Arrays.setAll(centers, i ->
                new double[] {radius * Math.cos(2 * Math.PI * i / modes), radius * Math.sin(2 * Math.PI * i / modes)});
        return centers;
    }

    /** The number of good samples of each mode. */
    public int[] counts() {
        return counts.clone();
    }

    /** Modes with at least one good sample. */
    public int modesHit() {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /** The share of good samples, in [0, 1]. */
    public double shareGood() {
        return Arrays.stream(counts).sum() / (double) samples;
    }
}
