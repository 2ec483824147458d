package noisebook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import noisebook.ipynb.NotebookCell;
import noisebook.ipynb.NotebookFile;
import noisebook.lesson.Attempt;
import noisebook.magic.Magics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formulas that a lesson asks for: the cells wait for one, and the folded solutions are right. */
final class SolutionsTest {
    private static final Pattern SOLUTION = Pattern.compile("(?s)```java\\n(lesson\\.attempt\\(.*?)```");

    static Stream<Path> lessons() throws IOException {
        return OpenBoxTest.lessons();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void theCellsWaitAndTheSolutionsAreRight(Path lesson) throws IOException {
        NotebookFile notebook = NotebookFile.read(lesson);
        List<String> cells = notebook.codeCells().stream()
                .map(NotebookCell::source)
                .filter(source -> source.startsWith("lesson.attempt("))
                .toList();
        List<String> solutions = notebook.cells().stream()
                .map(NotebookCell::source)
                .flatMap(source -> SOLUTION.matcher(source).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(cells).hasSizeGreaterThanOrEqualTo(2);
        assertThat(solutions).hasSameSizeAs(cells);
        Magics session = CellSurface.open(Map.of());
        OpenBoxTest.run(session, notebook.codeCells().get(0).source());
        for (int i = 0; i < cells.size(); i++) {
            String exercise = cells.get(i).substring(0, cells.get(i).indexOf(','));
            assertThat(solutions.get(i)).startsWith(exercise + ",");
            assertThat(attempt(session, cells.get(i)).words()).startsWith("nothing is written yet");
            assertThat(attempt(session, solutions.get(i)).right())
                    .as(solutions.get(i))
                    .isTrue();
        }
    }

    private static Attempt attempt(Magics session, String source) {
        return (Attempt) OpenBoxTest.run(session, source).value();
    }
}
