package noisebook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import noisebook.ipynb.NotebookCell;
import noisebook.ipynb.NotebookFile;
import noisebook.lesson.Figure;
import noisebook.lesson.Lesson;
import noisebook.repl.CellError;
import org.junit.jupiter.api.Test;

final class NotebookRunnerTest {
    private static final Path EXAMPLE = Path.of("src/test/resources/noisebook/notebook/every-output.ipynb");

    private static Optional<CellError> run(NotebookFile file) {
        return NotebookRunner.of(Duration.ofSeconds(30), NotebookRunner.Listener.NONE)
                .run(file);
    }

    private static NotebookFile notebook(String source) throws IOException {
        JsonObject cell = new JsonObject();
        cell.addProperty("cell_type", "code");
        cell.addProperty("source", source);
        return NotebookFile.parse("{\"nbformat\":4,\"cells\":[" + cell + "]}", "test");
    }

    @Test
    void fillsEveryKindOfOutputInOrder() throws IOException {
        NotebookFile file = NotebookFile.read(EXAMPLE);
        assertThat(run(file)).isEmpty();
        List<JsonArray> outputs = file.cells().stream()
                .filter(NotebookCell::isCode)
                .map(NotebookCell::outputs)
                .toList();
        assertThat(outputs.get(0).toString())
                .isEqualTo("[{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":[\"one\\n\",\"two\\n\"]},"
                        + "{\"output_type\":\"stream\",\"name\":\"stderr\",\"text\":[\"oops\\n\"]},"
                        + "{\"output_type\":\"execute_result\",\"execution_count\":1,"
                        + "\"data\":{\"text/plain\":[\"42\"]},\"metadata\":{}}]");
        assertThat(outputs.get(1).toString())
                .as("the update of cell 3 shows in cell 2, and a handle shows nothing")
                .isEqualTo("[{\"output_type\":\"display_data\",\"data\":{\"text/plain\":[\"second\"]},\"metadata\":{}},"
                        + "{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":[\"after\"]}]");
        assertThat(outputs.get(2)).isEmpty();
        assertThat(outputs.get(3).toString()).contains("\"ename\":\"IllegalStateException\",\"evalue\":\"meant\"");
        assertThat(outputs.get(4).toString()).contains("text/html", "A figure &lt; 2", "✓ pass");
        assertThat(outputs.get(5)).isEmpty();
    }

    @Test
    void runningTwiceGivesTheSameText() throws IOException {
        NotebookFile first = NotebookFile.read(EXAMPLE);
        run(first);
        NotebookFile second = NotebookFile.parse(first.toJson(), "again");
        run(second);
        assertThat(second.toJson()).isEqualTo(first.toJson());
    }

    @Test
    void figuresOfTheLessonAreSharedWithThisJvm() throws IOException {
        Lesson.forget();
        run(NotebookFile.read(EXAMPLE));
        Lesson lesson = Lesson.latest().orElseThrow();
        assertThat(lesson.number()).isEqualTo(4);
        assertThat(lesson.figures()).extracting(Figure::number).containsExactly("4.0");
    }

    @Test
    void runEndsAtTheFirstErrorAndSaysWhere() throws IOException {
        CellError error = run(notebook("int a = 1;\nList.of().get(a);")).orElseThrow();
        assertThat(error.summary()).startsWith("cell 1, line 2: ArrayIndexOutOfBoundsException: Index 1");
    }

    @Test
    void manyLinesAreAllKeptInOneOutput() throws IOException {
        NotebookFile file = notebook("for (int i = 0; i < 20_000; i++) System.out.println(i);");
        run(file);
        JsonArray outputs = file.cells().get(0).outputs();
        assertThat(outputs).hasSize(1);
        assertThat(outputs.get(0).getAsJsonObject().getAsJsonArray("text")).hasSize(20_000);
    }

    @Test
    void slowCellIsStopped() throws IOException {
        NotebookFile file = notebook("Thread.sleep(60_000);");
        Optional<CellError> error = NotebookRunner.of(Duration.ofMillis(200), NotebookRunner.Listener.NONE)
                .run(file);
        assertThat(error.orElseThrow().name()).isEqualTo("Timeout");
    }

    @Test
    void valueThatCannotBeShownIsAnErrorOfItsCell() throws IOException {
        NotebookFile file =
                notebook("new Object() { public String toString() { throw new IllegalStateException(\"bad\"); } }");
        assertThat(run(file).orElseThrow().summary())
                .isEqualTo(
                        "cell 1: IllegalStateException: its value cannot be shown: java.lang.IllegalStateException: bad");
    }

    @Test
    void givesBackSystemOut() throws IOException {
        var before = System.out;
        run(notebook("1"));
        assertThat(System.out).isSameAs(before);
    }
}
