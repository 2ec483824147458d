package noisebook.data;

import java.time.Duration;

/** Turns byte counts into progress: time left at the speed so far, and how long nothing has come. */
final class DownloadMeter {
    private final String file;
    private final long resumedAt;
    private final long total;
    private final long start = System.nanoTime();
    private long bytes;
    private long lastArrival = start;

    /** Starts with what an earlier attempt left; {@code remaining} is -1 when the server does not say. */
    DownloadMeter(String file, long resumedAt, long remaining) {
        this.file = file;
        this.resumedAt = resumedAt;
        this.bytes = resumedAt;
        this.total = remaining < 0 ? -1 : resumedAt + remaining;
    }

    DownloadProgress at(long bytesNow) {
        if (bytesNow > bytes) {
            bytes = bytesNow;
            lastArrival = System.nanoTime();
        }
        return new DownloadProgress(
                file, bytes, total, eta(bytes - resumedAt, total - bytes, System.nanoTime() - start));
    }

    DownloadProgress end(long bytesNow) {
        return new DownloadProgress(file, bytesNow, bytesNow, Duration.ZERO);
    }

    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - lastArrival);
    }

    /** The rest takes as long for each byte as what has arrived did. */
    static Duration eta(long received, long remaining, long elapsedNanos) {
        return remaining < 0 || received == 0
                ? Duration.ZERO
                : Duration.ofNanos((long) ((double) elapsedNanos / received * remaining));
    }
}
