package noisebook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a command has taken.
 *
 * @param seconds of time
 * @param peakBytes the most memory that was resident at once, where the system tells
 */
record Cost(double seconds, OptionalLong peakBytes) {
    /** From then until now. */
    static Cost since(long nanoTime) {
        return new Cost((System.nanoTime() - nanoTime) / 1e9, peak());
    }

    private static OptionalLong peak() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty(); // not Linux
        }
    }

    /** Such as {@code 2:03, at most 2.41 GiB resident}. */
    @Override
    public String toString() {
        String time = Durations.text(seconds);
        return peakBytes.isEmpty()
                ? time
                : String.format(
                        Locale.ROOT, "%s, at most %.2f GiB resident", time, peakBytes.getAsLong() / (double) (1 << 30));
    }
}
