package noisebook.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafeTensorsTest {
    @TempDir
    Path folder;

    private final NDManager manager = Compute.newManager();

    private Path written(DataType type) throws IOException {
        Path file = folder.resolve("model.safetensors");
        SafeTensors.write(
                file,
                Map.of("weight", manager.create(new float[] {1, -2.5f, 3, 4, 5, 1e-3f}, new Shape(2, 3))),
                Map.of("recipe", "tiny"),
                type);
        return file;
    }

    @Test
    void valuesShapesAndTextSurviveTheFile() throws IOException {
        SafeTensors.Content content = SafeTensors.read(written(DataType.FLOAT32), manager);
        assertThat(content.metadata()).isEqualTo(Map.of("recipe", "tiny"));
        assertThat(content.tensors().get("weight").getShape()).isEqualTo(new Shape(2, 3));
        assertThat(content.tensors().get("weight").toFloatArray()).containsExactly(1, -2.5f, 3, 4, 5, 1e-3f);
    }

    /** A resumed training once read memory that a collection had freed, and its loss was NaN. */
    @Test
    void valuesReadDoNotLiveInMemoryThatJavaCollects() throws IOException {
        float[] values = new float[1 << 20];
        Arrays.fill(values, 7);
        Path file = folder.resolve("large.safetensors");
        SafeTensors.write(file, Map.of("weight", manager.create(values)), Map.of(), DataType.FLOAT32);
        NDArray weight = SafeTensors.read(file, manager).tensors().get("weight");
        for (int i = 0; i < 10; i++) {
            System.gc();
            ByteBuffer.allocateDirect(values.length * Float.BYTES);
        }
        assertThat(weight.toFloatArray()).isEqualTo(values);
    }

    @Test
    void aFullDiskIsNamedAndNothingHalfWrittenStays() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        Path file = folder.resolve("w.safetensors");
        Files.createSymbolicLink(folder.resolve("w.safetensors.part"), Path.of("/dev/full"));
        Map<String, NDArray> tensors = Map.of("weight", manager.create(new float[100_000]));
        assertThatThrownBy(() -> SafeTensors.write(file, tensors, Map.of(), DataType.FLOAT32))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + file
                        + " (No space left on device): free some space or choose another folder");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void halfPrecisionKeepsThreeDigits() throws IOException {
        float[] values = SafeTensors.read(written(DataType.FLOAT16), manager)
                .tensors()
                .get("weight")
                .toFloatArray();
        assertThat(values[1]).isEqualTo(-2.5f);
        assertThat(values[5]).isBetween(.999e-3f, 1.001e-3f);
    }

    @Test
    void oneFlippedBitIsNoticed() throws IOException {
        Path file = written(DataType.FLOAT32);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> SafeTensors.read(file, manager))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("damaged");
    }

    @Test
    void everyTruncationIsAClearError() throws IOException {
        Path file = written(DataType.FLOAT32);
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 7) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> SafeTensors.read(file, manager))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void everyByteOfTheHeaderMayBeWrongWithoutAnythingButAClearError() throws IOException {
        Path file = written(DataType.FLOAT32);
        byte[] bytes = Files.readAllBytes(file);
        int end =
                8 + (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        for (int i = 0; i < end; i++) {
            for (int other : new int[] {bytes[i] ^ 1, '9', '-', '"', '{', ']', 0xFF}) {
                byte[] changed = bytes.clone();
                changed[i] = (byte) other;
                Files.write(file, changed);
                try {
                    SafeTensors.read(file, manager); // a letter of a name may be another one
                } catch (IOException e) {
                    assertThat(e).hasMessageContaining(file.toString());
                }
            }
        }
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        written(DataType.FLOAT32);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
