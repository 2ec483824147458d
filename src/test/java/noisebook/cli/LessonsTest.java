package noisebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import noisebook.data.DataSet;
import noisebook.ipynb.NotebookCell;
import noisebook.ipynb.NotebookFile;
import noisebook.lesson.Check;
import noisebook.lesson.Lesson;
import noisebook.lesson.LessonOptions;
import noisebook.notebook.NotebookRunner;
import noisebook.repl.CellError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed lessons, on the drawn digits with the shipped checkpoints. */
final class LessonsTest {
    private static final long COMMITTED_BYTES = 700_000;
    private static final int COLUMNS = 100;
    private static final int CELL_LINES = 14;
    private static final int BOX_LINES = 15; // of a training step written out

    static Stream<Path> lessons() throws IOException {
        return Home.lessonNotebooks().stream();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    @Tag("slow")
    void everyCheckOfTheLessonPasses(Path path) throws IOException {
        new LessonOptions(DataSet.DRAWN_DIGITS, 42, false).apply();
        Lesson.forget();
        var error = NotebookRunner.of(Duration.ofMinutes(5), NotebookRunner.Listener.NONE)
                .run(NotebookFile.read(path));
        assertThat(error.map(CellError::toString)).as("%s ran through", path).isEmpty();
        Lesson lesson = Lesson.latest().orElseThrow();
        assertThat(lesson.uncheckedBands()).as("bands that no cell asks for").isEmpty();
        assertThat(NotebookFile.read(path).cells().get(0).source())
                .startsWith("# Lesson " + lesson.number() + ". " + lesson.title() + "\n");
        List<Check> checks = lesson.figures().stream()
                .flatMap(figure -> figure.checks().stream())
                .toList();
        assertThat(checks)
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.passed()).as(check.line()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void theLessonIsCommittedWithSmallOutputs(Path path) throws IOException {
        assertThat(Files.size(path)).as("bytes of %s", path).isBetween(20_000L, COMMITTED_BYTES);
        assertThat(NotebookFile.read(path).cells())
                .filteredOn(NotebookCell::isCode)
                .anySatisfy(cell -> assertThat(cell.outputs()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void cellsHoldIdeasAndCallsNotPlumbing(Path path) throws IOException {
        assertThat(NotebookFile.read(path).cells())
                .filteredOn(NotebookCell::isCode)
                .allSatisfy(cell -> assertThat(cell.source())
                        .as("a cell of %s", path)
                        .doesNotContainPattern("\\b(extends|implements) \\w")
                        .satisfies(source -> assertThat(source.lines())
                                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS)))
                        .satisfies(source -> assertThat(source.lines()
                                        .filter(line -> !line.isBlank() && !line.startsWith("import "))
                                        .count())
                                .as("lines of\n%s", source)
                                .isLessThanOrEqualTo(cell.id().equals("box") ? BOX_LINES : CELL_LINES)));
    }
}
