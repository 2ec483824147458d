package noisebook.notebook;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is redrawn in place while something runs.
 *
 * <p>A frame is drawn only when 200 ms have passed since the last one, and only while all frames but the first together have taken
 * less than 1 / 40 of the time since; the other calls cost a clock reading. The first loads classes, once in a session. Drawing happens on another thread, while the caller waits: the
 * graphics of the JDK swallow interrupts, and one that is meant to stop the caller must reach it.
 */
public final class Live {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long SHARE = 40; // with the progress bar beside it, drawing stays below 3 %

    private final LongSupplier clock;
    private @Nullable Display display;
    private long due;
    private long shownFirst = -1;
    private long spent; // since then

    Live(LongSupplier nanoClock) {
        clock = nanoClock;
        due = nanoClock.getAsLong();
    }

    /**
     * Draws and shows the frame, if one is due.
     *
     * @param frame draws it; not called otherwise
     * @return whether it was drawn
     */
    public boolean show(Supplier<?> frame) {
        long start = clock.getAsLong();
        if (start < due) {
            return false;
        }
        draw(frame);
        long end = clock.getAsLong();
        if (shownFirst < 0) {
            shownFirst = end;
        } else {
            spent += end - start;
        }
        due = Math.max(end + INTERVAL, shownFirst + SHARE * spent);
        return true;
    }

    /** Shows a last frame, due or not. */
    public void finish(Supplier<?> last) {
        draw(last);
    }

    private void draw(Supplier<?> frame) {
        try {
            CompletableFuture.runAsync(() -> put(frame.get())).join(); // join keeps an interrupt for later
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private synchronized void put(Object value) {
        if (display == null) {
            display = Notebook.display(value);
        } else {
            display.update(value);
        }
    }
}
