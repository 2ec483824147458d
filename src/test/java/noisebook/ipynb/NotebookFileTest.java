package noisebook.ipynb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NotebookFileTest {
    private static final Path EXAMPLE = Path.of("src/test/resources/noisebook/notebook/every-output.ipynb");

    @TempDir
    private Path folder;

    @Test
    void readingAndWritingChangesNoByteOfWhatJupyterWrote() throws IOException {
        assertThat(NotebookFile.read(EXAMPLE).toJson()).isEqualTo(Files.readString(EXAMPLE));
    }

    @Test
    void sourceMayBeAStringOrLines() throws IOException {
        String cells =
                "{\"cell_type\":\"code\",\"source\":\"a\\nb\"},{\"cell_type\":\"code\",\"source\":[\"a\\n\",\"b\"]}";
        NotebookFile file = NotebookFile.parse("{\"nbformat\":4,\"cells\":[" + cells + "]}", "x");
        assertThat(file.cells()).extracting(NotebookCell::source).containsExactly("a\nb", "a\nb");
    }

    @Test
    void refusesWhatIsNotANotebookAndSaysWhy() {
        assertRefused("hello", "x.ipynb is not a notebook: it is not JSON");
        assertRefused("{\"nbformat\":4,\"cells\":[]} trailing", "it is not JSON");
        assertRefused("", "it is not JSON");
        assertRefused("{\"nbformat\":4,", "it is not JSON");
        assertRefused("[1]", "the field \"nbformat\" is missing");
        assertRefused("{\"nbformat\":3,\"worksheets\":[]}", "has nbformat 3, expected 4", "jupyter nbconvert");
        assertRefused("{\"nbformat\":4}", "the list \"cells\" is missing");
        assertRefused("{\"nbformat\":4,\"cells\":[{}]}", "cell 1 has no \"cell_type\"");
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> NotebookFile.read(folder.resolve("none.ipynb")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.ipynb: no such notebook");
    }

    @Test
    void fileThatIsNotTextIsRefused() throws IOException {
        Path binary = Files.write(folder.resolve("b.ipynb"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> NotebookFile.read(binary)).hasMessageContaining("not text in UTF-8");
    }

    @Test
    void failedWriteLeavesNothingBehind() throws IOException {
        Path target = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(target.resolve("file"), "in the way");
        NotebookFile file = NotebookFile.read(EXAMPLE);
        assertThatThrownBy(() -> file.write(target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private static void assertRefused(String json, String... message) {
        assertThatThrownBy(() -> NotebookFile.parse(json, "x.ipynb"))
                .as(json)
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(message)
                .hasMessageNotContaining("\n");
    }
}
