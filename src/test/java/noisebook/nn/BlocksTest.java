package noisebook.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import noisebook.tensor.GradMode;
import noisebook.tensor.Gradients;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

/** Layers for words, for pixels in order, and for styles. */
final class BlocksTest {
    @Test
    void aWordHasItsRowAndOnlyItLearns() {
        try (TokenEmbedding network = new TokenEmbedding(4, 3);
                GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            network.initialize(1);
            NDArray tokens = scope.manager().create(new long[] {2, 0, 2, 3, 3, 3}, new Shape(2, 3));
            float[] rows = PlainLayer.values(network, "weight");
            NDArray y = network.forward(tokens);
            assertThat(y.getShape()).isEqualTo(new Shape(2, 3, 3));
            assertThat(y.stopGradient().get("0, 1").toFloatArray()).containsExactly(rows[0], rows[1], rows[2]);
            assertThat(y.stopGradient().get("1, 2").toFloatArray()).containsExactly(rows[9], rows[10], rows[11]);
            assertThat(Gradients.of(y.sum(), network.trainedTensors()).head().toFloatArray())
                    .containsExactly(1, 1, 1, 0, 0, 0, 2, 2, 2, 3, 3, 3);
        }
    }

    @Test
    void layerNormCentresAndScalesEachRow() {
        UnaryOperator<double[]> formula = x -> {
            double[] y = new double[x.length];
            for (int start = 0; start < x.length; start += 4) {
                double mean = 0;
                double variance = 1e-5;
                for (int i = start; i < start + 4; i++) {
                    mean += x[i] / 4;
                }
                for (int i = start; i < start + 4; i++) {
                    variance += (x[i] - mean) * (x[i] - mean) / 4;
                }
                for (int i = start; i < start + 4; i++) {
                    y[i] = (x[i] - mean) / Math.sqrt(variance) * (i - start) + 2;
                }
            }
            return y;
        };
        try (LayerNorm network = new LayerNorm(4);
                Scope scope = Scope.open()) {
            NDManager m = scope.manager();
            network.load(
                    Map.of("weight", m.create(new float[] {0, 1, 2, 3}), "bias", m.create(new float[] {2, 2, 2, 2})));
            PlainLayer.assertSame(network::forward, formula, new Shape(2, 3, 4));
        }
    }

    @Test
    void aTransformerBlockTreatsTokensAlikeAndLearnsEverywhere() {
        try (TransformerBlock network = new TransformerBlock(8, 2, 5);
                GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            network.initialize(1);
            NDManager m = scope.manager();
            NDArray x = m.randomNormal(new Shape(2, 3, 8));
            Context context = Context.of(m.randomNormal(new Shape(2, 4, 5)));
            NDArray y = network.forward(x, null, context);
            NDArray rolled = network.forward(x.get(":, 1:").concat(x.get(":, 0:1"), 1), null, context);
            assertThat(rolled.get(":, 2:").sub(y.get(":, 0:1")).abs().max().getFloat())
                    .isLessThan(1e-5f);
            NDArray mask = m.create(new float[] {1, 1, 0, 1, 1, 0}, new Shape(2, 3));
            NDArray cut = network.forward(x.get(":, 0:2"), null, context);
            assertThat(network.forward(x, mask, context)
                            .get(":, 0:2")
                            .sub(cut)
                            .abs()
                            .max()
                            .getFloat())
                    .isLessThan(1e-5f);
            assertThat(cut.sub(y.get(":, 0:2")).abs().max().getFloat()).isGreaterThan(1e-3f);
            assertThat(Gradients.of(y.square().mean(), network.trainedTensors()))
                    .isNotEmpty();
            assertThatThrownBy(() -> network.forward(x, null, null)).hasMessageContaining("one must be given");
        }
    }

    private static double[] masked(double[] x, float[] weight, float bias, int taps) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = bias;
            for (int tap = 0; tap < taps; tap++) {
                int row = i / 4 - 1 + tap / 3;
                int column = i % 4 - 1 + tap % 3;
                if (row >= 0 && column >= 0 && column < 4) {
                    y[i] += weight[tap] * x[row * 4 + column];
                }
            }
        }
        return y;
    }

    @Test
    void aMaskedConvolutionSeesTheRowAboveAndWhatIsToTheLeft() {
        for (boolean seesItself : new boolean[] {false, true}) {
            int taps = seesItself ? 5 : 4;
            try (MaskedConv2d network = new MaskedConv2d(1, 1, 3, seesItself);
                    GradMode on = GradMode.on();
                    Scope scope = Scope.open()) {
                network.initialize(1);
                float[] weight = PlainLayer.values(network, "weight");
                float bias = PlainLayer.values(network, "bias")[0];
                PlainLayer.assertSame(network::forward, x -> masked(x, weight, bias, taps), new Shape(1, 1, 3, 4));
                NDArray y = network.forward(scope.manager().randomNormal(new Shape(2, 1, 5, 5)));
                float[] gradient = Gradients.of(y.square().sum(), network.trainedTensors())
                        .head()
                        .toFloatArray();
                for (int tap = 0; tap < 9; tap++) {
                    assertThat(gradient[tap] != 0).as("tap %d", tap).isEqualTo(tap < taps);
                }
            }
        }
    }

    @Test
    void aModulatedConvolutionIsOneWithAWeightOfItsOwnForEachSample() {
        try (ModulatedConv2d network = new ModulatedConv2d(3, 2, 1, 2);
                Scope scope = Scope.open()) {
            network.initialize(1);
            float[] weight = PlainLayer.values(network, "weight");
            double[] s = PlainLayer.linear(
                    new double[] {.5, -3},
                    PlainLayer.values(network, "style.weight"),
                    PlainLayer.values(network, "style.bias"));
            UnaryOperator<double[]> formula = x -> {
                double[] y = new double[8];
                for (int o = 0; o < 2; o++) {
                    double squares = 1e-8;
                    for (int i = 0; i < 3; i++) {
                        squares += Math.pow((1 + s[i] / Math.sqrt(2)) * weight[o * 3 + i], 2);
                    }
                    for (int k = 0; k < 12; k++) {
                        y[o * 4 + k % 4] +=
                                x[k] * (1 + s[k / 4] / Math.sqrt(2)) * weight[o * 3 + k / 4] / Math.sqrt(squares);
                    }
                }
                return y;
            };
            NDArray styles = scope.manager().create(new float[] {.5f, -3}, new Shape(1, 2));
            PlainLayer.assertSame(x -> network.forward(x, styles), formula, new Shape(1, 3, 2, 2));
        }
    }

    @Test
    void whiteInputKeepsItsVarianceInAnyStyle() {
        try (ModulatedConv2d network = new ModulatedConv2d(16, 16, 3, 4);
                GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            network.initialize(1);
            NDArray x = scope.manager().randomNormal(new Shape(8, 16, 32, 32));
            NDArray styles = scope.manager().randomNormal(new Shape(8, 4)).mul(10);
            NDArray y = network.forward(x, styles);
            NDArray inner = y.get(":, :, 1:31, 1:31"); // the edge sees zeros
            for (float variance : inner.stopGradient()
                    .square()
                    .reshape(8, -1)
                    .mean(new int[] {1})
                    .toFloatArray()) {
                assertThat(variance).isCloseTo(1, within(.1f));
            }
            List<NDArray> all = network.trainedTensors();
            assertThat(Gradients.of(y.square().mean(), all)).hasSize(all.size());
        }
    }
}
