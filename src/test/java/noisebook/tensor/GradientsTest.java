package noisebook.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** For {@code y = ½ xᵀ A x} with a symmetric A, {@code |∇y|² = |A x|²} has the gradient {@code 2 A A x}. */
    @Test
    void ofTheLengthOfAGradient() {
        try (Scope scope = Scope.open();
                GradMode on = GradMode.on()) {
            NDArray a = scope.manager().create(new float[] {2, 1, 1, 3}, new Shape(2, 2));
            NDArray x = leaf(scope, 1, -2);
            NDArray y = x.matMul(a).mul(x).sum().mul(scope.manager().create(.5f));
            NDArray slope = Gradients.recorded(y, List.of(x)).head();
            assertThat(slope.stopGradient().toFloatArray()).containsExactly(0, -5);
            assertThat(Gradients.of(slope.square().sum(), List.of(x)).head().toFloatArray())
                    .containsExactly(-10, -30);
        }
    }

    /** R1 of a logistic discriminator {@code D(x) = w·x}: its gradient by x is w, so the penalty's gradient by w is 2w. */
    @Test
    void aPenaltyOnAGradientReachesTheWeights() {
        try (Scope scope = Scope.open();
                GradMode on = GradMode.on()) {
            NDArray x = leaf(scope, 5, 7);
            NDArray w = leaf(scope, 3, -4);
            NDArray slope = Gradients.recorded(x.mul(w).sum(), List.of(x)).head();
            assertThat(Gradients.of(slope.square().sum(), List.of(w)).head().toFloatArray())
                    .containsExactly(6, -8);
            assertThatIllegalStateException()
                    .isThrownBy(() -> Gradients.recorded(x.sum(), List.of(x, w)))
                    .withMessageContaining("does not depend on it");
        }
    }

    static Stream<Arguments> operators() {
        NDManager m = Compute.newManager();
        Compute.seed(5, 0);
        NDArray filters = m.randomNormal(new Shape(3, 2, 3, 3));
        NDArray three = m.zeros(new Shape(3));
        NDArray matrix = m.randomNormal(new Shape(3, 50));
        NDArray ones = m.ones(new Shape(2));
        NDArray zeros = m.zeros(new Shape(2));
        return Stream.of(
                operator("convolution", x -> Ops.conv2d(x, filters, three, 1, 1)),
                operator("convolution with a stride", x -> Ops.conv2d(x, filters, three, 2, 1)),
                operator("leakyRelu", Ops::leakyRelu),
                operator("relu", Ops::relu),
                operator("silu", Ops::silu),
                operator("linear", x -> Ops.linear(x.reshape(2, 50), matrix, three)),
                operator("batchNorm", x -> Ops.batchNorm(x, zeros.duplicate(), ones.duplicate(), ones, zeros, true)),
                operator("groupNorm", x -> Ops.groupNorm(x, 1, ones, zeros)),
                operator("upsample2x", Ops::upsample2x),
                operator("attention", x -> Ops.attention(x.get(0), x.get(0), x.get(1))));
    }

    private static Arguments operator(String name, UnaryOperator<NDArray> operator) {
        return Arguments.of(name, operator);
    }

    /** {@code |∇ sum silu(f(x))|²} along a random direction, four times, for the engine rewrites a script after it has seen some calls. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void ofAGradientThroughEachOperatorOfADiscriminator(String name, UnaryOperator<NDArray> operator) {
        UnaryOperator<NDArray> f = x -> Ops.silu(operator.apply(x));
        for (int repetition = 0; repetition < 4; repetition++) {
            try (Scope scope = Scope.open();
                    GradMode on = GradMode.on()) {
                Compute.seed(6, repetition);
                NDArray x = scope.manager().randomNormal(new Shape(2, 2, 5, 5)).add(1.5f); // few values near a kink
                x.setRequiresGradient(true);
                NDArray slope = Gradients.recorded(f.apply(x).sum(), List.of(x)).head();
                NDArray second = Gradients.of(slope.square().sum(), List.of(x)).head();
                NDArray direction = scope.manager().randomNormal(x.getShape());
                NDArray step = direction.mul(1e-3f);
                double above = squared(f, x.stopGradient().add(step));
                double below = squared(f, x.stopGradient().sub(step));
                double length = second.norm().getFloat() * direction.norm().getFloat();
                assertThat(second.norm().getFloat()).as(name).isPositive();
                assertThat((above - below) / 2e-3)
                        .as(name)
                        .isCloseTo(second.mul(direction).sum().getFloat(), within(.02 * length + 1e-3));
            }
        }
    }

    private static double squared(UnaryOperator<NDArray> f, NDArray x) {
        return Gradients.of(f, x).square().sum().getFloat();
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
