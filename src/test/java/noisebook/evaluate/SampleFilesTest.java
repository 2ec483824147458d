package noisebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import javax.imageio.ImageIO;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SampleFilesTest {
    @TempDir
    private Path folder;

    private Path npz(Function<NDManager, NDList> arrays) throws IOException {
        try (Scope scope = Scope.open()) {
            byte[] bytes = arrays.apply(scope.manager()).encode(NDList.Encoding.NPZ);
            return Files.write(folder.resolve("samples.npz"), bytes);
        }
    }

    private Path png(String name, int type, int width, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(width, 28, type);
        image.setRGB(3, 2, rgb);
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @ParameterizedTest
    @CsvSource({"28x28", "1x28x28", "28x28x1", "784"})
    void everyUsualShapeIsRead(String shape) throws IOException {
        Path file = npz(m -> new NDList(m.arange(2f * 784).div(1568).reshape(shape("2x" + shape))));
        float[] pixels = SampleFiles.read(file).values();
        assertThat(pixels).hasSize(2 * 784);
        assertThat(pixels[785]).isCloseTo(785 / 1568f, within(1e-6f));
    }

    private static Shape shape(String sides) {
        return new Shape(java.util.Arrays.stream(sides.split("x", -1))
                .mapToLong(Long::parseLong)
                .toArray());
    }

    @Test
    void bytesAreDividedBy255AndDoublesTakenAsTheyAre() throws IOException {
        NDArrayMaker ones = (m, type) -> m.ones(new Shape(3, 28, 28), type);
        assertThat(SampleFiles.read(npz(m -> new NDList(ones.make(m, DataType.UINT8))))
                        .values())
                .containsOnly(1 / 255f);
        assertThat(SampleFiles.read(npz(m -> new NDList(ones.make(m, DataType.FLOAT64))))
                        .values())
                .containsOnly(1f);
    }

    private interface NDArrayMaker {
        NDArray make(NDManager manager, DataType type);
    }

    @Test
    void labelsBesideTheImagesAreLeftAlone() throws IOException {
        Path file = npz(m -> new NDList(m.zeros(new Shape(5), DataType.INT64), m.zeros(new Shape(5, 784))));
        assertThat(SampleFiles.read(file).count()).isEqualTo(5);
    }

    @Test
    void picturesOfAFolderComeInTheOrderOfTheirNames() throws IOException {
        png("b.PNG", BufferedImage.TYPE_INT_RGB, 28, 0xff8000);
        png("a.png", BufferedImage.TYPE_BYTE_GRAY, 28, 0xffffff);
        Files.writeString(folder.resolve("notes.txt"), "not a picture");
        float[] pixels = SampleFiles.read(folder).values();
        assertThat(pixels).hasSize(2 * 784);
        assertThat(pixels[2 * 28 + 3]).isEqualTo(1);
        assertThat(pixels[784 + 2 * 28 + 3]).isCloseTo((255 + 128) / (3 * 255f), within(1e-6f));
        assertThat(pixels[784]).isZero();
    }

    /** 188 in the file is 188/255; the JDK's own conversion would make another number of it. */
    @Test
    void greyFilesKeepTheirNumbers() throws IOException {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 188);
        ImageIO.write(image, "png", folder.resolve("a.png").toFile());
        assertThat(SampleFiles.read(folder).values()[0]).isEqualTo(188 / 255f);
    }

    @Test
    void whatCannotBeReadIsNamedWithARemedy() throws IOException {
        refused(folder.resolve("none.npz"), "none.npz: no such file or folder");
        refused(folder, "holds no PNG files");
        refused(Files.writeString(folder.resolve("text.npz"), "hello, this is text"), "is not an NPZ or NPY file");
        refused(Files.write(folder.resolve("empty.npz"), new byte[0]), "is not an NPZ or NPY file");
        refused(npz(m -> new NDList(m.zeros(new Shape(5, 32, 32)))), "must hold one array of images", "(5, 32, 32)");
        png("wide.png", BufferedImage.TYPE_BYTE_GRAY, 32, 0);
        refused(folder, "wide.png must be 28×28 pixels, was 32×28: resize it");
        Files.writeString(folder.resolve("broken.png"), "x");
        refused(folder, "broken.png is not a PNG image");
    }

    private static void refused(Path path, String... words) {
        assertThatIOException()
                .isThrownBy(() -> SampleFiles.read(path))
                .satisfies(e -> assertThat(e.getMessage()).contains(words).hasLineCount(1));
    }
}
