package noisebook.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LiveTest {
    private static final long MS = 1_000_000;

    private final List<String> shown = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();
    private Sink before;

    @BeforeEach
    void listen() {
        before = Notebook.redirect(new Sink() {
            @Override
            public void display(String id, MimeBundle content) {
                shown.add("display " + content.plain());
            }

            @Override
            public void update(String id, MimeBundle content) {
                shown.add("update " + content.plain());
            }
        });
    }

    @AfterEach
    void restore() {
        Notebook.redirect(before);
    }

    /** Frames drawn in ten seconds of steps of 10 ms when drawing one takes the given time. */
    private long framesInTenSeconds(long drawNanos) {
        Live live = new Live(clock::get);
        long drawn = 0;
        while (clock.get() < 10_000 * MS) {
            clock.addAndGet(10 * MS);
            drawn += live.show(() -> clock.addAndGet(drawNanos)) ? 1 : 0;
        }
        return drawn;
    }

    @Test
    void drawsAtMostFiveTimesASecond() {
        assertThat(framesInTenSeconds(0)).isBetween(45L, 50L);
    }

    @Test
    void slowFramesTakeNoMoreThanThreePercentOfTheTime() {
        assertThat(framesInTenSeconds(30 * MS) * 30).isBetween(200L, 300L);
    }

    @Test
    void oneVerySlowFrameIsPaidForByTheNext() {
        Live live = new Live(clock::get);
        int drawn = 0;
        while (clock.get() < 40_000 * MS) {
            clock.addAndGet(10 * MS);
            long cost = drawn == 1 ? 800 * MS : 10 * MS;
            drawn += live.show(() -> clock.addAndGet(cost)) ? 1 : 0;
        }
        assertThat(800 + 10 * (drawn - 1)).isBetween(900, 1100); // ms of 40 s
    }

    @Test
    void firstFrameIsADisplayTheNextAreUpdatesInPlace() {
        Live live = new Live(clock::get);
        live.show(() -> "a");
        clock.addAndGet(200 * MS);
        live.show(() -> "b");
        live.show(() -> "too early");
        live.finish(() -> "last");
        assertThat(shown).containsExactly("display a", "update b", "update last");
    }

    @Test
    void interruptWhileDrawingReachesTheCallerAndNotTheDrawing() {
        Live live = new Live(clock::get);
        Thread caller = Thread.currentThread();
        live.show(() -> {
            caller.interrupt();
            return Thread.currentThread().isInterrupted();
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(shown).containsExactly("display false");
    }

    @Test
    void errorOfTheDrawingIsTheCallers() {
        assertThatThrownBy(() -> new Live(clock::get).show(() -> Integer.parseInt("x")))
                .isInstanceOf(NumberFormatException.class);
    }

    @Test
    void progressTellsRateAndTimeLeft() {
        Progress progress = new Progress("training", 100, clock::get);
        clock.addAndGet(2_000 * MS);
        progress.update(25, "loss 0.5");
        assertThat(shown.get(0)).contains("training 25/100, 12.5 steps/s, ETA 0:06, loss 0.5");
        clock.addAndGet(63_000 * MS);
        progress.update(100, "");
        progress.close();
        assertThat(shown.get(shown.size() - 1))
                .contains("training 100/100, 1.5 steps/s, 1:05")
                .doesNotContain("ETA");
    }

    @Test
    void progressOfNothingIsRefused() {
        assertThatThrownBy(() -> Notebook.progress("x", 0)).hasMessage("total must be at least 1, was 0");
    }
}
