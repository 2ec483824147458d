package noisebook;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;

final class SmokeTest {
    @Test
    void engineAdds() {
        try (NDManager manager = NDManager.newBaseManager()) {
            assertThat(manager.create(1f).add(1f).getFloat()).isEqualTo(2f);
        }
    }
}
