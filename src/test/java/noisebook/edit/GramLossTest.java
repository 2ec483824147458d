package noisebook.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import noisebook.math.Doubles;
import noisebook.math.MaximumMeanDiscrepancy;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

final class GramLossTest {
    private static double[][] pixels(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> random.doubles(3, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    /** The features of pixels as maps (1, 3, 1, count). */
    private static float[] maps(double[][] pixels) {
        return Doubles.floats(
                IntStream.range(0, 3).mapToObj(c -> Doubles.column(pixels, c)).toArray(double[][]::new));
    }

    private static double loss(double[][] a, double[][] b) {
        return Scope.floats(m -> GramLoss.of(
                m.create(maps(a), new Shape(1, 3, 1, a.length)), m.create(maps(b), new Shape(1, 3, 1, b.length))))[0];
    }

    private static double squaredProduct(double[] x, double[] y) {
        double dot = IntStream.range(0, 3).mapToDouble(k -> x[k] * y[k]).sum();
        return dot * dot;
    }

    @Test
    void itIsTheDiscrepancyUnderTheSquaredProduct() {
        double[][] a = pixels(20, 1);
        double[][] b = pixels(35, 2);
        double expected = MaximumMeanDiscrepancy.biased(a, b, GramLossTest::squaredProduct);
        assertThat(loss(a, b)).isCloseTo(expected, within(1e-6)).isPositive();
    }

    @Test
    void whereFeaturesAreDoesNotMatter() {
        double[][] a = pixels(20, 1);
        double[][] moved = a.clone();
        Collections.reverse(Arrays.asList(moved));
        assertThat(loss(a, moved)).isCloseTo(0, within(1e-9));
        assertThat(MaximumMeanDiscrepancy.biased(a, moved, GramLossTest::squaredProduct))
                .isCloseTo(0, within(1e-12));
    }
}
