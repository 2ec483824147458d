package noisebook.math;

import java.util.Arrays;
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
