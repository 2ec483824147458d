package noisebook.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import noisebook.ipynb.NotebookCell;
import noisebook.ipynb.NotebookFile;
import noisebook.lesson.Lesson;
import noisebook.notebook.NotebookRunner;
import noisebook.repl.CellError;

/**
 * Notebooks that run one after another in this JVM. All are read before the first runs.
 *
 * @param paths where they lie
 * @param files what they hold, in the same order
 */
record NotebookSeries(List<Path> paths, List<NotebookFile> files) {
    /** Hears of each notebook when it has run, before the next one starts. */
    @FunctionalInterface
    interface Listener {
        void ended(LessonRun run) throws IOException;
    }

    /**
     * Reads notebooks.
     *
     * @throws IOException if one is missing or is no notebook
     */
    static NotebookSeries read(List<Path> paths) throws IOException {
        List<NotebookFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(NotebookFile.read(path));
        }
        return new NotebookSeries(paths, files);
    }

    /** Runs them, with a bar that shows how far they are. */
    void run(Duration cellTimeout, Listener listener) throws IOException {
        try (RunBar bar = new RunBar(codeCells())) {
            NotebookRunner runner = NotebookRunner.of(cellTimeout, bar);
            for (int i = 0; i < paths.size(); i++) {
                bar.startNotebook(paths.get(i).getFileName().toString());
                Lesson.forget();
                Optional<CellError> error = runner.run(files.get(i));
                listener.ended(new LessonRun(paths.get(i), files.get(i), Lesson.latest(), error));
            }
        }
    }

    private int codeCells() {
        return (int) files.stream()
                .flatMap(file -> file.cells().stream())
                .filter(NotebookCell::isCode)
                .filter(cell -> !cell.source().isBlank())
                .count();
    }
}
