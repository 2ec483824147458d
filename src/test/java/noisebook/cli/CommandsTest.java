package noisebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.ImageSet;
import noisebook.plot.ImageGrid;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class CommandsTest {
    private static final Path EXAMPLE = Path.of("src/test/resources/noisebook/notebook/every-output.ipynb");

    @TempDir
    private Path folder;

    @RegisterExtension
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void atHome() {
        System.setProperty("noisebook.home", folder.toString());
    }

    private void assertOneLine(int exitCode, int expected, String... words) {
        assertThat(terminal.errors()).contains(words).doesNotContain("\tat ").startsWith("noisebook: ");
        assertThat(terminal.errors().lines()).as(terminal.errors()).hasSize(1);
        assertThat(exitCode).isEqualTo(expected);
    }

    private Path notebook(String name, String source) throws IOException {
        Path file = Files.createDirectories(folder.resolve("notebooks")).resolve(name);
        String cell = "{\"cell_type\":\"code\",\"metadata\":{},\"source\":\"" + source.replace("\"", "\\\"") + "\"}";
        return Files.writeString(
                file, "{\"nbformat\":4,\"nbformat_minor\":5,\"metadata\":{},\"cells\":[" + cell + "]}");
    }

    @Test
    void runSavesInPlaceOrInTheFolderGiven() throws IOException {
        Path file = notebook("1.ipynb", "6 * 7");
        String before = Files.readString(file);
        assertThat(Main.execute(
                        "run", file.toString(), "--out", folder.resolve("new").toString()))
                .isZero();
        assertThat(file).hasContent(before);
        assertThat(folder.resolve("new/1.ipynb")).content().contains("\"42\"");
        assertThat(Main.execute("run", file.toString())).isZero();
        assertThat(file).content().contains("\"42\"");
    }

    @Test
    void failedRunNamesNotebookCellAndErrorAndLeavesTheFile() throws IOException {
        Path file = notebook("1.ipynb", "int a = 0;\\n1 / a");
        String before = Files.readString(file);
        assertThat(Main.execute("run", file.toString())).isEqualTo(1);
        assertThat(terminal.errors()).contains("1.ipynb, cell 1, line 2: ArithmeticException: / by zero");
        assertThat(file).hasContent(before);
    }

    @Test
    void seedAndDataReachTheLesson() throws IOException {
        Path file = notebook("1.ipynb", "var l = noisebook.lesson.Lesson.open(1); l.seed() + l.dataSet().id()");
        assertThat(Main.execute("run", file.toString(), "--seed", "7", "--data", "drawn"))
                .isZero();
        assertThat(file).content().contains("\"7drawn\"");
    }

    @Test
    void figuresWritesImagesAndAGalleryAndReportsEveryCheck() throws IOException {
        Files.createDirectories(folder.resolve("notebooks"));
        Files.copy(EXAMPLE, folder.resolve("notebooks/04.ipynb"));
        assertThat(Main.execute("figures", "--data", "drawn"))
                .as(terminal.errors())
                .isZero();
        assertThat(terminal.printed())
                .contains("4.0  A figure < 2", "pass  x: 40 (expected ≤ 41)", "1 figures, 1 checks: all passed");
        Path made = folder.resolve("target/figures");
        assertThat(made.resolve("figure-4.0-a-figure-2.png")).exists();
        assertThat(made.resolve("index.html"))
                .content()
                .contains(
                        "id=\"figure-4.0\"",
                        "A figure &lt; 2",
                        "drawn digits, seed 42",
                        "A1 «Генеративный CV. Часть 1»")
                .doesNotContain("src=\"http", "href=\"http");
    }

    @Test
    void evaluateJudgesAFolderOfPicturesBesideRealOnes() throws IOException {
        System.clearProperty("noisebook.home"); // the shipped classifier is in the project
        ImageSet digits = DataSets.load(DataSet.DRAWN_DIGITS).train();
        for (int i = 0; i < 70; i++) {
            BufferedImage image = ImageGrid.of(digits.select(i).images()).frame();
            ImageIO.write(image, "png", folder.resolve(i + ".png").toFile());
        }
        int exitCode = Main.execute("evaluate", "--samples", folder.toString(), "--against", "drawn");
        assertThat(exitCode).as(terminal.errors()).isZero();
        assertThat(terminal.printed())
                .contains("seen by the drawn digits classifier", "precision (first 70)", "taken for 9")
                .containsPattern("images, n +70 +70")
                .containsPattern("confidence of .9 or more +(1.000|0.9)");
    }

    @Test
    void evaluateRefusesBadSamplesInOneLine() throws IOException {
        System.clearProperty("noisebook.home");
        ImageIO.write(
                new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                folder.resolve("a.png").toFile());
        String[] few = {"evaluate", "--against", "drawn", "--samples", folder.toString()};
        assertOneLine(Main.execute(few), 1, folder + ": FCD-28 needs at least 65 images, had 1");
    }

    @Test
    void evaluateRefusesNumbersThatAreNoPixels() throws IOException {
        System.clearProperty("noisebook.home");
        Path file = folder.resolve("nan.npz");
        try (Scope scope = Scope.open()) {
            float[] pixels = new float[784];
            pixels[5] = Float.NaN;
            NDList arrays = new NDList(scope.manager().create(pixels, new Shape(1, 28, 28)));
            Files.write(file, arrays.encode(NDList.Encoding.NPZ));
        }
        String[] bad = {"evaluate", "--against", "drawn", "--samples", file.toString()};
        assertOneLine(Main.execute(bad), 1, "nan.npz: pixels must lie in [0, 1], pixel 5 of image 0 was NaN");
    }

    @Test
    void helpNamesEveryCommandAndACommandHelpsItself() {
        assertThat(Main.execute("--help")).isZero();
        String help = terminal.printed();
        assertThat(help)
                .contains("figures", "site", "run", "train", "evaluate", "lab", "doctor", "kernel", "bench")
                .contains("Measures speed");
        terminal.clear();
        assertThat(Main.execute("bench", "start", "--help")).isZero();
        assertThat(terminal.printed()).contains("Usage: noisebook bench start", "--debug", "--times");
    }

    @Test
    void debugAfterTheCommandShowsTheTrace() {
        assertThat(Main.execute("run", folder.resolve("none.ipynb").toString(), "--debug"))
                .isEqualTo(1);
        assertThat(terminal.errors()).contains("\tat noisebook.");
    }

    @Test
    void misspelledCommandIsWrongUsage() {
        assertOneLine(Main.execute("figure"), 2, "figure");
    }

    @Test
    void evaluateWithoutSamplesIsWrongUsage() {
        assertOneLine(Main.execute("evaluate"), 2, "--samples");
    }

    @Test
    void failedCheckMakesTheExitCodeOne() throws IOException {
        notebook(
                "5.ipynb",
                "import noisebook.lesson.*; import noisebook.notebook.*; Lesson.open(5).figure(\"5.1\", \"T\").check(Check.holds(\"x\", false))");
        assertThat(Main.execute("figures")).isEqualTo(1);
        assertThat(terminal.printed()).contains("FAIL  x: no", "1 FAILED");
        assertThat(folder.resolve("target/figures/index.html")).content().contains("class=\"failed\"");
    }

    @Test
    void notebookThatEndsEarlyKeepsTheFiguresSoFarAndFails() throws IOException {
        notebook(
                "5.ipynb",
                "import noisebook.lesson.*; import noisebook.notebook.*; var f = Lesson.open(5).figure(\"5.1\", \"T\"); int a = 0; 1 / a");
        assertThat(Main.execute("figures")).isEqualTo(1);
        assertThat(terminal.printed())
                .contains("5.1  T", "ArithmeticException", "notebooks that ended with an error: 1");
    }

    @Test
    void kernelCommandsSayWhatIsMissing() {
        int removed = Main.execute("kernel", "uninstall", "--prefix", folder.toString());
        assertOneLine(removed, 1, "no kernel in " + folder);
        terminal.clear();
        int started = Main.execute("kernel", "run", folder.resolve("none.json").toString());
        assertOneLine(started, 1, "none.json");
        terminal.clear();
        int installed = Main.execute("kernel", "install", "--prefix", folder.toString(), "--jdk", folder.toString());
        assertOneLine(installed, 1, "no JDK in " + folder);
    }
}
