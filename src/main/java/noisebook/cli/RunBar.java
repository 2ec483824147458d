package noisebook.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import noisebook.notebook.NotebookRunner;
import org.jspecify.annotations.Nullable;

/** Shows how far a run of notebooks is: a bar with the time left on a terminal, a line for each notebook elsewhere. */
final class RunBar implements NotebookRunner.Listener, AutoCloseable {
    private final PrintStream out = System.err;
    private final @Nullable ProgressBar bar;
    private final long start = System.nanoTime();
    private final int totalCells;
    private int cellsStarted;
    private String notebook = "";

    /**
     * A bar on the error stream as it is now; while a notebook runs, {@code System.err} is the notebook's.
     *
     * @param totalCells the code cells of all notebooks
     */
    RunBar(int totalCells) {
        this.totalCells = totalCells;
        bar = Boolean.getBoolean("noisebook.terminal") ? bar(totalCells, out) : null;
    }

    private static ProgressBar bar(int totalCells, PrintStream out) {
        return new ProgressBarBuilder()
                .setInitialMax(totalCells)
                .setTaskName("noisebook")
                .setUnit(" cells", 1)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build();
    }

    void startNotebook(String name) {
        notebook = name;
        if (bar == null) {
            out.printf(
                    Locale.ROOT,
                    "%s  %s (%d of %d cells done)%n",
                    Durations.text(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1e3),
                    name,
                    cellsStarted,
                    totalCells);
        }
    }

    @Override
    public void cellStarted(int number, int total) {
        if (bar != null) {
            bar.stepTo(cellsStarted);
            bar.setExtraMessage(notebook);
        }
        cellsStarted++;
    }

    @Override
    public void status(String line) {
        if (bar != null) {
            bar.setExtraMessage(line.isEmpty() ? notebook : line);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.stepTo(cellsStarted);
            bar.setExtraMessage("");
            bar.close();
        }
    }
}
