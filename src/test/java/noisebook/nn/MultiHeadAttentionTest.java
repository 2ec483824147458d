package noisebook.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

final class MultiHeadAttentionTest {
    private static final int LENGTH = 3;
    private static final int WIDTH = 4;
    private static final int HEADS = 2;

    private static double[][] rows(Network network, String name, double[] x) {
        double[][] rows = new double[LENGTH][];
        for (int i = 0; i < LENGTH; i++) {
            double[] row = Arrays.copyOfRange(x, i * WIDTH, (i + 1) * WIDTH);
            rows[i] = PlainLayer.linear(
                    row, PlainLayer.values(network, name + ".weight"), PlainLayer.values(network, name + ".bias"));
        }
        return rows;
    }

    /** One sample, of which the first {@code seen} tokens are looked at. */
    private static double[] formula(Network network, double[] x, int seen) {
        double[][] q = rows(network, "query", x);
        double[][] k = rows(network, "key", x);
        double[][] v = rows(network, "value", x);
        double[] mixed = new double[x.length];
        int size = WIDTH / HEADS;
        for (int place = 0; place < LENGTH * HEADS; place++) {
            int row = place / HEADS;
            int start = place % HEADS * size;
            double[] weights = new double[seen];
            for (int s = 0; s < seen; s++) {
                double logit = 0;
                for (int i = start; i < start + size; i++) {
                    logit += q[row][i] * k[s][i] / Math.sqrt(size);
                }
                weights[s] = Math.exp(logit);
            }
            double total = Arrays.stream(weights).sum();
            for (int s = 0; s < seen; s++) {
                for (int i = start; i < start + size; i++) {
                    mixed[row * WIDTH + i] += weights[s] / total * v[s][i];
                }
            }
        }
        return Arrays.stream(rows(network, "out", mixed))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    @Test
    void eachHeadIsASoftmaxWeightedMeanOfItsShareOfTheValues() {
        try (MultiHeadAttention network = new MultiHeadAttention(WIDTH, WIDTH, HEADS)) {
            network.initialize(1);
            PlainLayer.assertSame(network::forward, x -> formula(network, x, LENGTH), new Shape(1, LENGTH, WIDTH));
        }
    }

    @Test
    void fillingIsNotLookedAt() {
        try (MultiHeadAttention network = new MultiHeadAttention(WIDTH, WIDTH, HEADS);
                Scope scope = Scope.open()) {
            network.initialize(1);
            NDArray mask = scope.manager().create(new float[] {1, 1, 0}, new Shape(1, LENGTH));
            PlainLayer.assertSame(
                    x -> network.forward(x, new Context(x, mask)),
                    x -> formula(network, x, 2),
                    new Shape(1, LENGTH, WIDTH));
        }
    }

    @Test
    void eachSampleHasItsOwnContextAndMask() {
        try (MultiHeadAttention network = new MultiHeadAttention(6, 5, 3);
                Scope scope = Scope.open()) {
            network.initialize(1);
            NDArray x = scope.manager().randomNormal(new Shape(2, 4, 6));
            NDArray tokens = scope.manager().randomNormal(new Shape(2, 7, 5));
            NDArray mask =
                    scope.manager().create(new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0}, new Shape(2, 7));
            NDArray both = network.forward(x, new Context(tokens, mask));
            NDArray second = network.forward(x.get("1:2"), Context.of(tokens.get("1:2, 0:2")));
            assertThat(both.getShape()).isEqualTo(new Shape(2, 4, 6));
            assertThat(both.get("1:2").sub(second).abs().max().getFloat()).isLessThan(1e-6f);
        }
    }

    @Test
    void headsShareTheWidthEqually() {
        assertThatThrownBy(() -> new MultiHeadAttention(6, 6, 4))
                .hasMessage("a width of 6 cannot be split into 4 equal heads");
    }
}
