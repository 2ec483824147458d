package noisebook.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import noisebook.notebook.Check;
import noisebook.notebook.Figure;
import noisebook.notebook.Lesson;
import noisebook.repl.CellError;

/**
 * What came of running one notebook.
 *
 * @param notebook its file
 * @param lesson the lesson it opened, if it came that far
 * @param error what ended it early
 */
record LessonRun(Path notebook, Optional<Lesson> lesson, Optional<CellError> error) {
    List<Figure> figures() {
        return lesson.map(Lesson::figures).orElse(List.of());
    }

    List<Check> checks() {
        return figures().stream().flatMap(figure -> figure.checks().stream()).toList();
    }
}
