package noisebook.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GradientsTest {
    private static NDArray leaf(Scope scope, float... values) {
        NDArray leaf = scope.manager().create(values);
        leaf.setRequiresGradient(true);
        return leaf;
    }

    @Test
    void ofAScalarByEachLeafAnewEachTime() {
        try (Scope scope = Scope.open();
                GradMode on = GradMode.on()) {
            NDArray a = leaf(scope, 1, 2);
            NDArray b = leaf(scope, 3, 4);
            for (int i = 0; i < 2; i++) {
                NDList gradients = Gradients.of(a.mul(b).sum().add(b.sum()), List.of(a, b));
                assertThat(gradients.get(0).toFloatArray()).containsExactly(3, 4);
                assertThat(gradients.get(1).toFloatArray()).containsExactly(2, 3);
            }
        }
    }

    @Test
    void rowMajorWhereTheLeafWasUsedTransposed() {
        try (Scope scope = Scope.open();
                GradMode on = GradMode.on()) {
            NDArray leaf = scope.manager().zeros(new Shape(2, 3));
            leaf.setRequiresGradient(true);
            NDArray slope = scope.manager().arange(6f).reshape(3, 2);
            NDList gradients = Gradients.of(leaf.transpose().mul(slope).sum(), List.of(leaf));
            NDArray unchanged = scope.manager().zeros(new Shape(2, 3));
            List<NDArray> moments = List.of(unchanged.duplicate());
            ParameterList.adam(
                    List.of(unchanged),
                    gradients,
                    moments,
                    List.of(scope.manager().zeros(new Shape(2, 3))),
                    List.of(scope.manager().zeros(new Shape())),
                    0,
                    0,
                    .9,
                    1e-8);
            assertThat(moments.get(0).toFloatArray())
                    .as("Adam's first moment, with beta1 = 0 the gradient")
                    .containsExactly(0, 2, 4, 1, 3, 5);
        }
    }

    @Test
    void aLeafThatNoGradientReachesIsNamed() {
        try (Scope scope = Scope.open();
                GradMode on = GradMode.on()) {
            NDArray used = leaf(scope, 1);
            assertThatIllegalStateException()
                    .isThrownBy(() -> Gradients.of(used.square().sum(), List.of(used, leaf(scope, 1, 2, 3))))
                    .withMessageContaining("(3)")
                    .withMessageContaining("does not depend on it");
            NDArray frozen = scope.manager().ones(new Shape(2));
            assertThatIllegalStateException()
                    .isThrownBy(() -> Gradients.of(used.mul(frozen).sum(), List.of(frozen)))
                    .withMessageContaining("(2)")
                    .withMessageContaining("frozen");
        }
    }

    @Test
    void leaveNoTensorBehind() {
        int before = Compute.liveTensors();
        try (Scope scope = Scope.open();
                GradMode on = GradMode.on()) {
            NDArray x = leaf(scope, 1, 2);
            NDList unused = Gradients.of(x.square().sum(), List.of(x));
        }
        assertThat(Compute.liveTensors()).isEqualTo(before);
    }
}
