package noisebook.notebook;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import noisebook.ipynb.NotebookCell;
import noisebook.ipynb.NotebookFile;
import noisebook.magic.Magics;
import noisebook.repl.CellError;
import noisebook.repl.JavaSession;

/**
 * Runs the code cells of a notebook in this JVM, one after another in a fresh session, and fills in their outputs.
 *
 * <p>The run ends at the first cell that fails, unless that cell is tagged {@code raises-exception}. While it lasts,
 * {@code System.out}, {@code System.err} and {@link Notebook}'s displays go to the notebook, so only one run at a time.
 */
public final class NotebookRunner {
    /** Hears how far the run is. */
    public interface Listener {
        /** Hears nothing. */
        Listener NONE = new Listener() {};

        /**
         * A code cell starts.
         *
         * @param number from 1
         * @param total the number of code cells
         */
        default void cellStarted(int number, int total) {}

        /**
         * Something reports its progress.
         *
         * @param line in words; empty when it has ended
         */
        default void status(String line) {}
    }

    private final Duration timeout;
    private final Listener listener;

    private NotebookRunner(Duration timeout, Listener listener) {
        this.timeout = timeout;
        this.listener = listener;
    }

    /**
     * A runner.
     *
     * @param cellTimeout the time each cell may take
     * @param listener hears how far the run is
     */
    public static NotebookRunner of(Duration cellTimeout, Listener listener) {
        return new NotebookRunner(cellTimeout, listener);
    }

    /**
     * Runs a notebook.
     *
     * @param notebook its outputs are replaced
     * @return the error that ended the run, if one did; its place names the code cell, counted from 1 as Jupyter does
     */
    public Optional<CellError> run(NotebookFile notebook) {
        OutputRecorder recorder = new OutputRecorder() {
            @Override
            public void status(String line) {
                listener.status(line);
            }
        };
        PrintStream out = System.out;
        PrintStream err = System.err;
        Sink before = Notebook.redirect(recorder);
        try {
            return runAnew(notebook, recorder);
        } finally {
            System.setOut(out);
            System.setErr(err);
            Notebook.redirect(before);
        }
    }

    private Optional<CellError> runAnew(NotebookFile notebook, OutputRecorder recorder) {
        Magics magics = CellSurface.open();
        try (JavaSession session = magics.session()) {
            System.setOut(recorder.printStream("stdout"));
            System.setErr(recorder.printStream("stderr"));
            return runCells(notebook, magics, recorder);
        }
    }

    private Optional<CellError> runCells(NotebookFile notebook, Magics magics, OutputRecorder recorder) {
        List<NotebookCell> code = notebook.codeCells();
        code.forEach(NotebookCell::clear);
        List<NotebookCell> toRun =
                code.stream().filter(cell -> !cell.source().isBlank()).toList();
        for (int i = 0; i < toRun.size(); i++) {
            listener.cellStarted(i + 1, toRun.size());
            Optional<CellError> error = runCell(toRun.get(i), i + 1, magics, recorder);
            if (error.isPresent() && !toRun.get(i).mayFail()) {
                return error;
            }
        }
        return Optional.empty();
    }

    private Optional<CellError> runCell(NotebookCell cell, int number, Magics magics, OutputRecorder recorder) {
        recorder.startCell(cell.clear());
        cell.setExecutionCount(number);
        String name = "cell " + number;
        CellResult shown = CellResult.of(name, magics.run(name, cell.source(), timeout));
        CellError error = shown.error();
        if (error == null) {
            recorder.result(number, shown.content());
        } else {
            recorder.error(error);
        }
        return Optional.ofNullable(error);
    }
}
