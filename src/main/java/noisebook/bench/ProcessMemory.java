package noisebook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The memory of a process that lies in RAM, from Linux's {@code /proc/PID/status} (man 5 proc).
 *
 * @param residentBytes now
 * @param peakBytes the most at once
 */
public record ProcessMemory(long residentBytes, long peakBytes) {
    /** That of this process; empty where the system does not tell. */
    public static Optional<ProcessMemory> ofThis() {
        return of(ProcessHandle.current().pid());
    }

    /** That of a process; empty where the system does not tell, or the process is gone. */
    public static Optional<ProcessMemory> of(long pid) {
        try {
            List<String> status = Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"));
            return Optional.of(new ProcessMemory(bytes(status, "VmRSS:"), bytes(status, "VmHWM:")));
        } catch (IOException e) {
            return Optional.empty(); // not Linux
        }
    }

    private static long bytes(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
