package noisebook.data;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How far a download has come.
 *
 * @param file its name
 * @param bytes on disk so far, those of an earlier attempt included
 * @param totalBytes of the whole file, or -1 when the server does not say
 * @param eta the time left at the speed so far, zero at the end or when it cannot be known
 */
public record DownloadProgress(String file, long bytes, long totalBytes, Duration eta) {
    /**
     * One line for a terminal, which overwrites itself until the end.
     *
     * @return for example "train-images-idx3-ubyte.gz 43 % of 9.6 MB, 3 s left"
     */
    public String line() {
        String size = totalBytes < 0
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%3d %% of %.1f MB", 100 * bytes / totalBytes, totalBytes / 1e6);
        boolean done = bytes == totalBytes;
        return "\r%s %s, %s%s"
                .formatted(file, size, done ? "done      " : eta.toSeconds() + " s left ", done ? "\n" : "");
    }

    /** Counts bytes and reports at most five times a second. */
    static final class Meter {
        private static final long INTERVAL = Duration.ofMillis(200).toNanos();

        private final String file;
        private final long total;
        private final long resumedAt;
        private final Consumer<DownloadProgress> listener;
        private final long start = System.nanoTime();
        private long reported = start;
        private long bytes;

        Meter(String file, long resumedAt, long remaining, Consumer<DownloadProgress> listener) {
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
                listener.accept(new DownloadProgress(file, bytes, total, eta(now)));
            }
        }

        void finish() {
            listener.accept(new DownloadProgress(file, bytes, bytes, Duration.ZERO));
        }

        private Duration eta(long now) {
            return total < 0
                    ? Duration.ZERO
                    : Duration.ofNanos((long) ((double) (now - start) * (total - bytes) / (bytes - resumedAt)));
        }
    }
}
