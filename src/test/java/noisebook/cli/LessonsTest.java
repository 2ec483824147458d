package noisebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import noisebook.ipynb.NotebookCell;
import noisebook.ipynb.NotebookFile;
import noisebook.lesson.Lesson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed lessons, as they lie there; {@code noisebook figures} runs them. */
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
    void theLessonBeginsWithItsTitle(Path path) throws IOException {
        Lesson lesson = opened(path);
        assertThat(NotebookFile.read(path).cells().get(0).source())
                .startsWith("# Lesson " + lesson.number() + ". " + lesson.title() + "\n");
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everythingThatIsExpectedWasCheckedAndHasPassed(Path path) throws IOException {
        String committed = Files.readString(path);
        assertThat(committed).doesNotContain("\"FAIL  ");
        assertThat(opened(path).uncheckedBands())
                .isNotEmpty()
                .allSatisfy(band ->
                        assertThat(committed).contains("\"pass  " + band.substring(band.indexOf(' ') + 1) + ": "));
    }

    private static Lesson opened(Path path) throws IOException {
        Matcher opens = Pattern.compile("Lesson\\.open\\((\\d+)\\)")
                .matcher(NotebookFile.read(path).codeCells().get(0).source());
        assertThat(opens.find()).isTrue();
        return Lesson.open(Integer.parseInt(opens.group(1)));
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
