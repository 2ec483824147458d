package noisebook.data;

import java.time.Duration;
import java.util.Locale;

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
     * Text for a terminal: it starts with a carriage return, so that it overwrites the last one, and ends with a line
     * break when all is there.
     *
     * @return for example "train-images-idx3-ubyte.gz  43 % of 9.6 MB, 3 s left"
     */
    public String line() {
        String amount = totalBytes < 0
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(
                        Locale.ROOT, "%3d %% of %.1f MB", 100 * bytes / Math.max(1, totalBytes), totalBytes / 1e6);
        String rest = bytes == totalBytes ? "done" : totalBytes < 0 ? "" : eta.toSeconds() + " s left";
        return "\r%s %s, %-12s%s".formatted(file, amount, rest, bytes == totalBytes ? "\n" : "");
    }
}
