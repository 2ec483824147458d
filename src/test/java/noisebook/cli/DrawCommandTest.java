package noisebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DrawCommandTest {
    @TempDir
    private Path folder;

    @RegisterExtension
    private final Terminal terminal = new Terminal();

    private int draw(String... options) {
        return Main.execute(Stream.concat(Stream.of("draw", "--data", "drawn"), Stream.of(options))
                .toArray(String[]::new));
    }

    private byte[] drawn(String name, String... options) throws IOException {
        Path file = folder.resolve(name);
        assertThat(draw(Stream.concat(Stream.of(options), Stream.of("--out", file.toString()))
                        .toArray(String[]::new)))
                .as("%s", terminal.errors())
                .isZero();
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vae", "gan", "cgan", "stylegan2", "ddpm", "flow", "reflow", "ddgan"})
    void everyModelDraws(String model) throws IOException {
        drawn("four.png", "--model", model, "--count", "4");
        BufferedImage picture = ImageIO.read(folder.resolve("four.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(picture.getHeight());
        assertThat(terminal.printed()).startsWith("4 digits by " + model + ", ");
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherDoesNot() throws IOException {
        byte[] first = drawn("1.png", "7", "--steps", "2", "--guidance", ".4", "--count", "3");
        assertThat(drawn("2.png", "7", "--steps", "2", "--guidance", ".4", "--count", "3"))
                .isEqualTo(first);
        assertThat(drawn("3.png", "7", "--steps", "2", "--guidance", ".4", "--count", "3", "--seed", "2"))
                .isNotEqualTo(first);
        assertThat(terminal.printed()).contains("4 passes of the network each");
    }

    @Test
    void theFilmEndsWithThePicture() throws IOException {
        Path film = folder.resolve("film.gif");
        drawn("4.png", "3", "--steps", "4", "--count", "1", "--film", film.toString());
        assertThat(Files.readAllBytes(film)).startsWith("GIF89a".getBytes(StandardCharsets.US_ASCII));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        List.of("--model", "dalle"),
                        "no model is named 'dalle'; there are vae, gan, cgan, stylegan2, ddpm"),
                Arguments.of(List.of("12"), "the digit must be from 0 to 9, was 12"),
                Arguments.of(List.of("7", "--model", "ddpm"), "draws what it likes and cannot be asked for a 7"),
                Arguments.of(List.of("--model", "gan", "--steps", "3"), "draws in one pass: leave --steps out"),
                Arguments.of(List.of("--model", "gan", "--film", "x.gif"), "there is nothing to film"),
                Arguments.of(List.of("--model", "ddpm", "--guidance", "1"), "the model ddpm cannot be guided"),
                Arguments.of(List.of("--guidance", "-3"), "the weight of guidance must be at least -1, was -3.0"),
                Arguments.of(List.of("--count", "0"), "--count must be from 1 to 10000, was 0"),
                Arguments.of(List.of("--model", "ddpm", "--steps", "2000"), "steps must be in [1, 1000], was 2000"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatCannotBeDrawnIsSaidInOneLine(List<String> options, String words) {
        assertThat(draw(Stream.concat(
                                options.stream(),
                                Stream.of("--out", folder.resolve("never.png").toString()))
                        .toArray(String[]::new)))
                .isNotZero();
        String said = terminal.errors();
        assertThat(said).contains(words);
        assertThat(said.lines()).as(said).hasSize(1);
        assertThat(folder.resolve("never.png")).doesNotExist();
    }
}
