package noisebook.math;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;

/**
 * The direction in a space of codes along which a property grows, found by ridge regression: {@code property ≈ a + b · code}, b in closed form with λ n on the diagonal.
 *
 * @param slope b: how much the property grows for each unit of each number
 * @param intercept a
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record LinearDirection(double[] slope, double intercept) {
    /**
     * Fits one.
     *
     * @param codes n rows of d numbers
     * @param property one number for each
     * @param ridge λ, above 0: how strongly large slopes are held back
     */
    public static LinearDirection fit(double[][] codes, double[] property, double ridge) {
        Require.atLeast(1, codes, "codes");
        Require.sameLength("codes", codes.length, "property", property.length);
        Require.that(ridge > 0, "the ridge must be above 0", ridge);
        int n = codes.length;
        double[] mean = IntStream.range(0, codes[0].length)
                .mapToDouble(k -> Moments.of(Doubles.column(codes, k)).mean())
                .toArray();
        double level = Moments.of(property).mean();
        SimpleMatrix x = new SimpleMatrix(n, mean.length);
        SimpleMatrix y = new SimpleMatrix(n, 1);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < mean.length; k++) {
                x.set(i, k, codes[i][k] - mean[k]);
            }
            y.set(i, property[i] - level);
        }
        SimpleMatrix penalty = SimpleMatrix.identity(mean.length).scale(ridge * n);
        double[] slope = x.transpose()
                .mult(x)
                .plus(penalty)
                .solve(x.transpose().mult(y))
                .getDDRM()
                .getData();
        return new LinearDirection(slope, level - dot(slope, mean));
    }

    /**
     * Fits one to what happens within groups: from codes and property the mean of their group is taken away first, so that what tells the groups apart does not count. The intercept is that of all.
     *
     * @param codes n rows of d numbers
     * @param property one number for each
     * @param groups a number from 0 for each, such as its class
     * @param ridge λ, above 0
     */
    public static LinearDirection within(double[][] codes, double[] property, int[] groups, double ridge) {
        Require.sameLength("codes", codes.length, "groups", groups.length);
        Require.sameLength("codes", codes.length, "property", property.length);
        double[][] centred = new double[codes.length][codes[0].length];
        for (int k = 0; k < codes[0].length; k++) {
            double[] column = centred(Doubles.column(codes, k), groups);
            for (int i = 0; i < codes.length; i++) {
                centred[i][k] = column[i];
            }
        }
        double[] slope = fit(centred, centred(property, groups), ridge).slope;
        double level = IntStream.range(0, codes.length)
                .mapToDouble(i -> property[i] - dot(slope, codes[i]))
                .average()
                .orElseThrow();
        return new LinearDirection(slope, level);
    }

    private static double[] centred(double[] values, int[] groups) {
        Map<Integer, Double> means = IntStream.range(0, values.length)
                .boxed()
                .collect(Collectors.groupingBy(i -> groups[i], Collectors.averagingDouble(i -> values[i])));
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] - Objects.requireNonNull(means.get(groups[i])))
                .toArray();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(k -> a[k] * b[k]).sum();
    }

    /** What is expected of a code. */
    public double at(double[] code) {
        return intercept + dot(slope, code);
    }

    /** The nearest code of which the expectation is larger by so much: {@code code + by · b / ‖b‖²}. */
    public double[] moved(double[] code, double by) {
        double square = dot(slope, slope);
        Require.that(square > 0, "the property must depend on the code; the square of its slope is", square);
        return IntStream.range(0, code.length)
                .mapToDouble(k -> code[k] + by * slope[k] / square)
                .toArray();
    }

    /** {@link #moved(double[], double)} of each row. */
    public double[][] moved(double[][] codes, double by) {
        return Arrays.stream(codes).map(code -> moved(code, by)).toArray(double[][]::new);
    }

    /** R²: the share of the property's variance that is expected rightly, at most 1. */
    public double determination(double[][] codes, double[] property) {
        double[] off = IntStream.range(0, codes.length)
                .mapToDouble(i -> property[i] - at(codes[i]))
                .toArray();
        return 1
                - Arrays.stream(off).map(v -> v * v).average().orElseThrow()
                        / Moments.of(property).variance();
    }
}
