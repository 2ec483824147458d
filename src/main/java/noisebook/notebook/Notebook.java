package noisebook.notebook;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a cell calls to show something: now, again in the same place, live, or as progress. */
public final class Notebook {
    private static volatile Sink sink = new ConsoleSink();

    static {
        StockKernels.join();
    }

    private Notebook() {}

    /**
     * Joins stock IJava or JJava, if that is the kernel of this JVM, so that it shows our values as our own kernel does.
     * Happens by itself; call it again after a later {@code %classpath}.
     */
    public static void init() {
        StockKernels.join();
    }

    /**
     * Shows a value below the cell.
     *
     * @param value anything; see {@link Rendering}
     * @return a handle through which it can be replaced
     */
    public static Display display(@Nullable Object value) {
        Display display = new Display(UUID.randomUUID().toString());
        sink.display(display.id(), Rendering.of(value));
        return display;
    }

    /**
     * Replaces a value shown before.
     *
     * @param id of its {@link Display}
     * @param value what to show now
     */
    public static void update(String id, @Nullable Object value) {
        sink.update(id, Rendering.of(value));
    }

    /**
     * Removes what the running cell has shown so far.
     *
     * @param wait whether to remove it only when something new is shown, which avoids flicker
     */
    public static void clear(boolean wait) {
        sink.clear(wait);
    }

    /** A figure that is redrawn while something runs, at most five times a second. */
    public static Live live() {
        return new Live(System::nanoTime);
    }

    /**
     * A progress bar with its rate and the time left.
     *
     * @param task what is going on, such as {@code training}
     * @param total the number of steps, at least 1
     * @throws IllegalArgumentException if total is less than 1
     */
    public static Progress progress(String task, long total) {
        return new Progress(task, total, System::nanoTime);
    }

    public static void status(String line) {
        sink.status(line);
    }

    /**
     * Lets pages shown in the notebook speak while no cell runs.
     *
     * @param listener hears them
     * @return what a page needs to be heard; nothing where pages cannot speak, as outside Jupyter
     */
    public static Optional<PageLine> listen(PageListener listener) {
        return sink.listen(listener);
    }

    /**
     * Sends everything displayed from now on somewhere else.
     *
     * @param next the new sink
     * @return the sink before
     */
    public static synchronized Sink redirect(Sink next) {
        Sink before = sink;
        sink = next;
        return before;
    }

    /** Outside a notebook: text on standard output, updates unseen. */
    private static final class ConsoleSink implements Sink {
        @Override
        public void display(String id, MimeBundle content) {
            if (!content.isEmpty()) {
                System.out.println(content.plain());
            }
        }

        @Override
        public void update(String id, MimeBundle content) {}
    }
}
