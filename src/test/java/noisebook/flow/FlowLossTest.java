package noisebook.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import noisebook.tensor.Scope;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class FlowLossTest {
    private static final Offset<Float> FLOAT = Offset.offset(1e-6f);

    private static NDArray pairs(NDManager m, float... values) {
        return m.create(values).reshape(2, 2);
    }

    @Test
    void aSampleLiesOnTheLineFromDataToNoiseAtItsOwnTime() {
        float[] xt = Scope.floats(
                m -> FlowLoss.between(pairs(m, 1, 2, 3, 4), pairs(m, 5, 0, -1, 8), m.create(new float[] {.25f, 1})));
        assertThat(xt).containsExactly(new float[] {2, 1.5f, -1, 8}, FLOAT);
    }

    @Test
    void theLossIsTheMeanSquaredErrorOfNoiseMinusData() {
        float[] loss = Scope.floats(m -> FlowLoss.of(
                (xt, t, labels) -> xt.zerosLike(),
                pairs(m, 1, 2, 3, 4),
                m.create(new float[] {.5f, .5f}),
                pairs(m, 2, 4, 3, 0),
                m.create(new long[] {0, 1})));
        assertThat(loss).containsExactly(new float[] {(1 + 4 + 0 + 16) / 4f}, FLOAT);
    }

    @Test
    void theModelIsAskedAtThePointTheTimeAndTheLabelOfEachSample() {
        float[] loss = Scope.floats(m -> {
            NDArray data = pairs(m, 1, 2, 3, 4);
            // knows that each sample is its label: v = (x_t − data) / t
            Velocity knowing = (xt, t, labels) -> xt.sub(data.get(labels)).div(t.reshape(2, 1));
            return FlowLoss.of(
                    knowing, data, m.create(new float[] {.3f, .7f}), pairs(m, 2, 4, 3, 0), m.create(new long[] {0, 1}));
        });
        assertThat(loss).containsExactly(new float[] {0}, FLOAT);
    }
}
