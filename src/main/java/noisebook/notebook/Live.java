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
 * <p>A frame is drawn only when 200 ms have passed since the last one, and only so often that drawing takes no more than
 * 3 % of the time; the other calls cost a clock reading. Drawing happens on another thread, while the caller waits: the
 * graphics of the JDK swallow interrupts, and one that is meant to stop the caller must reach it.
 */
public final class Live {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(200);
    /** Rest after a frame in units of the time it took: 1 / 34 is less than 3 %. */
    private static final long REST = 33;

    private final LongSupplier clock;
    private @Nullable Display display;
    private long due;
    private long lastCost;

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
        long cost = Math.min(end - start, lastCost); // the first frame loads classes: it does not count
        lastCost = end - start;
        due = end + Math.max(INTERVAL, REST * cost);
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
