package noisebook.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import noisebook.ipynb.NotebookFile;
import noisebook.lesson.Check;
import noisebook.lesson.Figure;
import noisebook.lesson.Lesson;
import noisebook.repl.CellError;

/**
 * What came of running one notebook.
 *
 * @param notebook where it lies
 * @param file what it holds now
 * @param lesson the lesson it opened, if it came that far
 * @param error what ended it early
 */
record LessonRun(Path notebook, NotebookFile file, Optional<Lesson> lesson, Optional<CellError> error) {
    List<Figure> figures() {
        return lesson.map(Lesson::figures).orElse(List.of());
    }

    List<Check> checks() {
        return figures().stream().flatMap(figure -> figure.checks().stream()).toList();
    }

    /**
     * The notebook, the cell and the error that ended it.
     *
     * @param debug whether the error follows in full
     */
    Optional<String> failure(boolean debug) {
        return error.map(e -> "noisebook: " + notebook + ", " + e.summary()
                + (debug ? "\n    " + String.join("\n    ", e.trace()) : " (--debug shows all of it)"));
    }
}
