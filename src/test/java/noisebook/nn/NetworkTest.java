package noisebook.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import noisebook.tensor.Autocast;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

final class NetworkTest {
    @Test
    void parametersAreNamedByTheirPlaceAndCountedBeforeTheyHaveValues() {
        Sequential network = Sequential.of(new Linear(784, 2), Ops::relu, new Linear(2, 784));
        assertThat(network.parameters()).containsOnlyKeys("0.weight", "0.bias", "2.weight", "2.bias");
        assertThat(network.parameterCount()).isEqualTo(784 * 2 + 2 + 2 * 784 + 784);
    }

    @Test
    void whatPassesBetweenLayersIsFreedAtOnce() {
        List<NDArray> between = new ArrayList<>();
        Sequential network = Sequential.of(
                x -> x,
                Ops::relu,
                x -> {
                    between.add(x);
                    return x.add(1);
                },
                x -> x.reshape(1, -1));
        try (Scope scope = Scope.open()) {
            NDArray x = scope.manager().ones(new Shape(3));
            assertThat(network.forward(x).toFloatArray()).containsExactly(2, 2, 2);
            assertThat(between.get(0).isReleased()).isTrue();
            assertThat(x.isReleased()).isFalse();
        }
    }

    @Test
    void onlyLongMatricesAreRounded() {
        for (int code : new int[] {2, 64}) {
            Sequential network = Sequential.of(new Linear(100, code));
            network.initialize(1);
            try (Scope scope = Scope.open()) {
                NDArray x = scope.manager().randomNormal(new Shape(8, 100));
                float[] exact = network.forward(x).toFloatArray();
                try (Autocast fast = Autocast.bfloat16Matrices()) {
                    boolean rounded = code == 64 && Autocast.matrices();
                    assertThat(Arrays.equals(network.forward(x).toFloatArray(), exact))
                            .isNotEqualTo(rounded);
                }
            }
        }
    }

    @Test
    void theUNetHasTheParametersOfItsPyTorchTwin() {
        assertThat(new UNet(UNetPlan.ddpm(32)).parameterCount()).isEqualTo(1_039_553);
    }

    @Test
    void theUNetKeepsTheShapeOfItsInput() {
        UNet network = new UNet(UNetPlan.ddpm(8));
        network.initialize(1);
        try (Scope scope = Scope.open()) {
            NDArray t = scope.manager().create(new float[] {1, 500, 1000});
            NDArray out = network.forward(scope.manager().zeros(new Shape(3, 1, 28, 28)), t);
            assertThat(out.getShape()).isEqualTo(new Shape(3, 1, 28, 28));
            assertThatThrownBy(() -> network.forward(scope.manager().zeros(new Shape(3, 1, 14, 14)), t))
                    .hasMessage("xt must have shape (N, 1, 28, 28), was (3, 1, 14, 14)");
        }
    }

    @Test
    void roundingMovesTheUNetLittle() {
        UNet network = new UNet(UNetPlan.ddpm(8));
        network.initialize(1);
        try (Scope scope = Scope.open()) {
            NDArray x = scope.manager().randomNormal(new Shape(3, 1, 28, 28));
            NDArray t = scope.manager().create(new float[] {1, 500, 1000});
            NDArray rounded = network.forward(x, t);
            try (Autocast off = Autocast.exact()) {
                NDArray exact = network.forward(x, t);
                float error = rounded.sub(exact).square().mean().getFloat();
                assertThat(error / exact.square().mean().getFloat()).isLessThan(1e-3f);
                assertThat(network.forward(x, t)).isEqualTo(exact);
            }
        }
    }

    @Test
    void thePatchUNetHearsMoreThanTheTimeAndStartsWithTheSameAnswerToAllPictures() {
        UNet network = new UNet(UNetPlan.patches(8, UNetPlan.Rounding.FEATURES));
        network.initialize(1);
        try (Scope scope = Scope.open()) {
            NDArray x = scope.manager().randomNormal(new Shape(2, 1, 28, 28));
            NDArray t = scope.manager().create(new float[] {1, 900});
            NDArray nothing = scope.manager().zeros(new Shape(2, UNetPlan.EMBEDDING));
            float[] plain = network.forward(x, t).toFloatArray();
            assertThat(network.forward(x, t, nothing).toFloatArray()).containsExactly(plain);
            assertThat(network.forward(x.neg(), t).toFloatArray())
                    .as("its last weights are 0")
                    .containsExactly(plain);
        }
    }

    @Test
    void multiplyAccumulatesAreCountedFromTheModel() {
        Linear linear = new Linear(784, 256);
        linear.initialize(1);
        assertThat(MacCounter.count(m -> linear.forward(m.zeros(new Shape(5, 784)))))
                .isEqualTo(784 * 256);
        Conv2d conv = new Conv2d(3, 8, 3, 2, 1);
        conv.initialize(1);
        assertThat(MacCounter.count(m -> conv.forward(m.zeros(new Shape(2, 3, 28, 28)))))
                .isEqualTo(14 * 14 * 3 * 8 * 9);
    }

    @Test
    void embeddedTimesDifferAndHaveConstantNorm() {
        try (Scope scope = Scope.open()) {
            NDArray rows = new SinusoidalEmbedding(64).forward(scope.manager().arange(1f, 1001f));
            assertThat(rows.getShape()).isEqualTo(new Shape(1000, 64));
            float[] norms = rows.square().sum(new int[] {1}).toFloatArray();
            for (float norm : norms) {
                assertThat(norm).isBetween(31.99f, 32.01f);
            }
        }
    }

    @Test
    void aModelWithoutValuesSaysWhatToDo() {
        assertThatThrownBy(() -> new Linear(2, 2).trainedTensors()).hasMessageContaining("initialize");
        assertThatThrownBy(() -> new Linear(0, 2)).hasMessage("in must be at least 1, was 0");
        assertThatThrownBy(() -> new GroupNorm(3, 8)).hasMessageContaining("8 channels");
    }

    @Test
    void tensorsThatDoNotFitAreRefusedByName() {
        Linear linear = new Linear(2, 2);
        assertThatThrownBy(() -> linear.load(Map.of())).hasMessageContaining("weight");
    }
}
