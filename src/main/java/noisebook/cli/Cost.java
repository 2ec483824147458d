package noisebook.cli;

import java.util.Locale;
import java.util.Optional;
import noisebook.bench.ProcessMemory;

/**
 * What a command has taken.
 *
 * @param seconds of time
 * @param peakBytes the most memory that was resident at once, where the system tells
 */
record Cost(double seconds, Optional<Long> peakBytes) {
    /** From then until now. */
    static Cost since(long nanoTime) {
        return new Cost(
                (System.nanoTime() - nanoTime) / 1e9, ProcessMemory.ofThis().map(ProcessMemory::peakBytes));
    }

    /** Such as {@code 2:03, at most 2.41 GiB resident}. */
    @Override
    public String toString() {
        String time = Durations.text(seconds);
        return peakBytes.isEmpty()
                ? time
                : String.format(
                        Locale.ROOT, "%s, at most %.2f GiB resident", time, peakBytes.get() / (double) (1 << 30));
    }
}
