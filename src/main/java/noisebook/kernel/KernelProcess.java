package noisebook.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A kernel started from its kernelspec as Jupyter starts it, and a client of it. */
public final class KernelProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final Path file;
    private final Process process;
    private final KernelClient client;

    private KernelProcess(Path file, Process process, KernelClient client) {
        this.file = file;
        this.process = process;
        this.client = client;
    }

    /**
     * Starts a kernel.
     *
     * @param words the command, in which {@code {connection_file}} stands for the file that says where the kernel listens
     * @param environment what is added to this process's own
     */
    public static KernelProcess start(List<String> words, Map<String, String> environment) throws IOException {
        Connection connection = Connection.local();
        Path file = Files.createTempFile("noisebook", ".json");
        connection.write(file);
        List<String> command = words.stream()
                .map(word -> word.replace("{connection_file}", file.toString()))
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        builder.environment()
                .put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
        return new KernelProcess(file, builder.start(), KernelClient.connect(connection));
    }

    /** Its client. */
    public KernelClient client() {
        return client;
    }

    /** Its process. */
    public Process process() {
        return process;
    }

    /** Asks it to leave, and makes it when it does not. */
    @Override
    public void close() {
        client.send(Channel.CONTROL, "shutdown_request", Json.of("restart", false));
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            Log.warn("left " + file + " behind: " + e.getMessage());
        }
        client.close();
    }
}
