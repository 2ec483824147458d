package noisebook.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import noisebook.data.DataSet;
import noisebook.nn.Layer;
import noisebook.nn.Linear;
import noisebook.nn.Network;
import noisebook.nn.Sequential;
import noisebook.tensor.Ops;
import noisebook.tensor.SafeTensors;
import noisebook.tensor.Tensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointTest {
    @TempDir
    private Path folder;

    private Path file;

    /** Two square layers, so that they fit in either order. */
    private static final class Layers extends Network {
        private final Sequential layers;

        Layers(Layer... layers) {
            this.layers = child("layers", Sequential.of(layers));
            initialize(5);
        }

        @Override
        public Optional<NDArray> fingerprint(NDManager manager) {
            return Optional.of(layers.forward(
                    Tensors.ramp(manager, 1, DataSet.SIDE, DataSet.SIDE).reshape(-1, 28)));
        }
    }

    private static Linear square() {
        return new Linear(28, 28);
    }

    @BeforeEach
    void save() throws IOException {
        file = folder.resolve("weights.safetensors");
        Checkpoint.save(file, new Layers(square(), Ops::relu, square()), Map.of("recipe", "test"));
    }

    @Test
    void theSameNetworkTakesTheWeightsOver() throws IOException {
        Layers same = new Layers(square(), Ops::relu, square());
        same.initialize(6);
        Map<String, String> metadata = Checkpoint.load(file, same, Map.of("recipe", "test"));
        assertThat(metadata.get("answer").split(" ")).hasSize(16);
    }

    @Test
    void aNetworkWithAnotherActivationIsRefusedThoughItsShapesFit() {
        assertRefused(new Layers(square(), Ops::leakyRelu, square()));
        assertRefused(new Layers(square(), Ops::silu, square()));
        assertRefused(new Layers(square(), x -> x, square()));
    }

    @Test
    void aNetworkWithItsLayersInAnotherOrderIsRefusedThoughItsShapesFit() {
        assertRefused(new Layers(square(), x -> x, square(), Ops::relu));
    }

    @Test
    void aFileThatDoesNotSayWhatItsNetworkAnswersIsRefused() throws IOException {
        Layers network = new Layers(square(), Ops::relu, square());
        SafeTensors.write(file, network.tensors(), Map.of("recipe", "test"), DataType.FLOAT16);
        assertThatThrownBy(() -> Checkpoint.load(file, network, Map.of("recipe", "test")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("does not say what its network answers")
                .hasMessageContaining("./noisebook train");
    }

    @Test
    void aModuleWithoutAnAnswerNeedsNone() throws IOException {
        Linear layer = square();
        layer.initialize(3);
        Checkpoint.save(file, layer, Map.of());
        assertThat(Checkpoint.load(file, layer, Map.of())).doesNotContainKey("answer");
    }

    @Test
    void aModuleWithoutAnAnswerDoesNotTakeTheWeightsOfOneThatHasOne() throws IOException {
        Linear layer = square();
        layer.initialize(3);
        SafeTensors.write(file, layer.tensors(), Map.of("answer", "1 2"), DataType.FLOAT16);
        assertThatThrownBy(() -> Checkpoint.load(file, layer, Map.of())).hasMessageContaining("answers nothing");
    }

    private void assertRefused(Network network) {
        assertThatThrownBy(() -> Checkpoint.load(file, network, Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("another network: to the test input it answered")
                .hasMessageContaining("./noisebook train");
    }
}
