package noisebook.math;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;

/**
 * How much of the classes lies open in some features: the best that one matrix can read off them. Ridge regression onto the classes, one column each, in
 * closed form, {@code W = (XᵀX + λ n I)⁻¹ XᵀY}; the features are brought to mean 0 and standard deviation 1 first (Alain and Bengio 2016 train such
 * probes by gradient).
 */
public final class LinearProbe {
    private final double[] mean;
    private final double[] scale;
    private final SimpleMatrix weights; // (d + 1, classes)

    private LinearProbe(double[] mean, double[] scale, SimpleMatrix weights) {
        this.mean = mean;
        this.scale = scale;
        this.weights = weights;
    }

    /**
     * Fits a probe.
     *
     * @param features n rows of d numbers
     * @param labels n classes, from 0
     * @param ridge λ, above 0: how strongly large weights are held back
     * @throws IllegalArgumentException if there is not one label a row, a label is negative, or λ is not above 0
     */
    public static LinearProbe fit(double[][] features, int[] labels, double ridge) {
        Require.atLeast(1, features, "features");
        Require.sameLength("rows of features", features.length, "labels", labels.length);
        Require.that(ridge > 0, "the ridge must be above 0", ridge);
        int classes = 1 + Arrays.stream(labels).max().orElseThrow();
        double[] mean = new double[features[0].length];
        double[] scale = new double[mean.length];
        for (int k = 0; k < mean.length; k++) {
            Moments column = Moments.of(Doubles.column(features, k));
            mean[k] = column.mean();
            scale[k] = column.standardDeviation() > 0 ? 1 / column.standardDeviation() : 0;
        }
        LinearProbe unfitted = new LinearProbe(mean, scale, new SimpleMatrix(mean.length + 1, classes));
        SimpleMatrix x = unfitted.standardised(features);
        SimpleMatrix y = new SimpleMatrix(labels.length, classes);
        for (int i = 0; i < labels.length; i++) {
            y.set(i, labels[i], 1);
        }
        SimpleMatrix penalty = SimpleMatrix.identity(mean.length + 1).scale(ridge * labels.length);
        return new LinearProbe(
                mean,
                scale,
                x.transpose().mult(x).plus(penalty).solve(x.transpose().mult(y)));
    }

    /** The class that each row is taken for. */
    public int[] predict(double[][] features) {
        SimpleMatrix scores = standardised(features).mult(weights);
        return IntStream.range(0, features.length)
                .map(i -> IntStream.range(0, scores.getNumCols())
                        .reduce((best, k) -> scores.get(i, k) > scores.get(i, best) ? k : best)
                        .orElseThrow())
                .toArray();
    }

    /** The share of rows that are taken for what they are, in [0, 1]. */
    public double accuracy(double[][] features, int[] labels) {
        Require.sameLength("rows of features", features.length, "labels", labels.length);
        int[] predicted = predict(features);
        return IntStream.range(0, labels.length)
                        .filter(i -> predicted[i] == labels[i])
                        .count()
                / (double) labels.length;
    }

    /** With a last column of ones. */
    private SimpleMatrix standardised(double[][] features) {
        SimpleMatrix x = new SimpleMatrix(features.length, mean.length + 1);
        for (int i = 0; i < features.length; i++) {
            for (int k = 0; k < mean.length; k++) {
                x.set(i, k, (features[i][k] - mean[k]) * scale[k]);
            }
            x.set(i, mean.length, 1);
        }
        return x;
    }
}
