package noisebook.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScopeTest {
    @Test
    void whatIsMadeOnTheWayGoesAtOnceAndTheResultWithTheScopeAround() {
        List<NDArray> onTheWay = new ArrayList<>();
        NDArray made;
        try (Scope scope = Scope.open()) {
            NDArray x = scope.manager().ones(new Shape(3));
            made = Scope.tidy(() -> {
                onTheWay.add(x.add(1));
                return onTheWay.get(0).mul(2);
            });
            assertThat(onTheWay.get(0).isReleased()).isTrue();
            assertThat(x.isReleased()).isFalse();
            assertThat(made.toFloatArray()).containsExactly(4, 4, 4);
            assertThat(Scope.tidy(() -> x)).as("nothing made at all").isSameAs(x);
            assertThat(x.toFloatArray()).containsExactly(1, 1, 1);
        }
        assertThat(made.isReleased()).isTrue();
    }

    @Test
    void aRecordedGraphKeepsWhatItNeeds() {
        try (Scope scope = Scope.open()) {
            NDArray x = scope.manager().linspace(-2, 2, 9);
            assertThat(Gradients.of(v -> Scope.tidy(() -> Ops.silu(v).square()), x))
                    .isEqualTo(Gradients.of(v -> Ops.silu(v).square(), x));
        }
    }
}
