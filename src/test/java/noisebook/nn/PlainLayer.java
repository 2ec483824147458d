package noisebook.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
import java.util.function.UnaryOperator;
import noisebook.tensor.Gradients;
import noisebook.tensor.Scope;

/** Layers against the same formula in doubles: value, and gradient of {@code sum y²/2} against differences of the formula. */
final class PlainLayer {
    private static final double STEP = 1e-6;

    private PlainLayer() {}

    static void assertSame(UnaryOperator<NDArray> layer, UnaryOperator<double[]> formula, Shape shape) {
        Random random = new Random(1);
        double[] x = random.doubles(shape.size(), -2, 2).map(v -> (float) v).toArray();
        try (Scope scope = Scope.open()) {
            NDArray given = scope.manager().create(floats(x), shape);
            assertThat(layer.apply(given).toFloatArray()).containsExactly(floats(formula.apply(x)), within(2e-5f));
            float[] gradient =
                    Gradients.of(v -> layer.apply(v).square().div(2), given).toFloatArray();
            for (int i = 0; i < x.length; i++) {
                double there = moved(formula, x, i, STEP);
                double back = moved(formula, x, i, -STEP);
                assertThat((double) gradient[i])
                        .as("gradient of entry %d", i)
                        .isEqualTo((there - back) / (2 * STEP), within(1e-3));
            }
        }
    }

    private static double moved(UnaryOperator<double[]> formula, double[] x, int i, double by) {
        double[] moved = x.clone();
        moved[i] += by;
        double half = 0;
        for (double y : formula.apply(moved)) {
            half += y * y / 2;
        }
        return half;
    }

    /** {@code W x + b} of one row. */
    static double[] linear(double[] x, float[] weight, float[] bias) {
        double[] y = new double[bias.length];
        for (int o = 0; o < y.length; o++) {
            y[o] = bias[o];
            for (int i = 0; i < x.length; i++) {
                y[o] += x[i] * weight[o * x.length + i];
            }
        }
        return y;
    }

    static float[] values(Network network, String name) {
        return network.tensors().get(name).toFloatArray();
    }

    static float[] floats(double[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) x[i];
        }
        return y;
    }
}
