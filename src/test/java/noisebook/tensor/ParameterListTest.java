package noisebook.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParameterListTest {
    @Test
    void tinyNumbersGoAndAllOthersStayTheSame() {
        try (Scope scope = Scope.open()) {
            NDArray numbers = scope.manager().create(new float[] {1e-29f, -1e-29f, 1e-31f, -1e-40f, 3, 0});
            ParameterList.dropTiny(List.of(numbers));
            assertThat(numbers.toFloatArray()).containsExactly(1e-29f, -1e-29f, 0, 0, 3, 0);
        }
    }
}
