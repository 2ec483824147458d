package noisebook.notebook;

import java.util.Locale;
import java.util.function.LongSupplier;
import noisebook.math.Require;
import noisebook.plot.Html;

/** A progress bar below the cell: steps done, steps a second, time left. */
public final class Progress implements AutoCloseable {
    private static final int WIDTH = 24;
    private static final double NANOS = 1e9;

    private final String task;
    private final long total;
    private final LongSupplier clock;
    private final long start;
    private final Live live;
    private long done;
    private String note = "";

    Progress(String task, long total, LongSupplier nanoClock) {
        Require.that(total >= 1, "total must be at least 1", total);
        this.task = task;
        this.total = total;
        clock = nanoClock;
        start = nanoClock.getAsLong();
        live = new Live(nanoClock);
    }

    /**
     * Says how far the task is; drawn at most five times a second.
     *
     * @param stepsDone in [0, total]
     * @param remark what to add, such as the loss; may be empty
     */
    public void update(long stepsDone, String remark) {
        done = stepsDone;
        note = remark;
        live.show(() -> {
            Notebook.status(line());
            return bundle();
        });
    }

    /** Draws the last state. */
    @Override
    public void close() {
        live.finish(this::bundle);
        Notebook.status("");
    }

    private MimeBundle bundle() {
        String html = String.format(
                Locale.ROOT,
                "<progress value=\"%d\" max=\"%d\"></progress> <code>%s</code>",
                done,
                total,
                Html.escape(facts()));
        return MimeBundle.html(html, line());
    }

    private String line() {
        int filled = (int) (WIDTH * Math.min(done, total) / total);
        return "█".repeat(filled) + "░".repeat(WIDTH - filled) + " " + facts();
    }

    private String facts() {
        double seconds = (clock.getAsLong() - start) / NANOS;
        String text = String.format(Locale.ROOT, "%s %,d/%,d", task, done, total);
        if (done > 0 && seconds > 0) {
            text += String.format(Locale.ROOT, ", %s steps/s", rate(done / seconds));
            text += done < total ? ", ETA " + clockTime(seconds / done * (total - done)) : ", " + clockTime(seconds);
        }
        return note.isEmpty() ? text : text + ", " + note;
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 100 ? "%.1f" : "%,.0f", perSecond);
    }

    private static String clockTime(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
