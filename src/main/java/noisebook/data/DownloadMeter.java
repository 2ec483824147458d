package noisebook.data;

import java.time.Duration;
import java.util.function.Consumer;

/** Counts the bytes of a download and reports at most five times a second, and once at the end. */
final class DownloadMeter {
    private static final long INTERVAL = Duration.ofMillis(200).toNanos();

    private final String file;
    private final long resumedAt;
    private final long total;
    private final Consumer<DownloadProgress> listener;
    private final long start = System.nanoTime();
    private long reported = start;
    private long bytes;

    /** Starts with what an earlier attempt left; {@code remaining} is -1 when the server does not say. */
    DownloadMeter(String file, long resumedAt, long remaining, Consumer<DownloadProgress> listener) {
        this.file = file;
        this.resumedAt = resumedAt;
        this.bytes = resumedAt;
        this.total = remaining < 0 ? -1 : resumedAt + remaining;
        this.listener = listener;
    }

    void add(int received) {
        bytes += received;
        long now = System.nanoTime();
        if (now - reported >= INTERVAL && bytes != total) {
            reported = now;
            listener.accept(
                    new DownloadProgress(file, bytes, total, eta(bytes - resumedAt, total - bytes, now - start)));
        }
    }

    void finish() {
        listener.accept(new DownloadProgress(file, bytes, bytes, Duration.ZERO));
    }

    /** The rest takes as long for each byte as what has arrived did. */
    static Duration eta(long received, long remaining, long elapsedNanos) {
        return remaining < 0 ? Duration.ZERO : Duration.ofNanos((long) ((double) elapsedNanos / received * remaining));
    }
}
