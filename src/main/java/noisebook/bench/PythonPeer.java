package noisebook.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import noisebook.io.Resource;
import noisebook.tensor.Compute;

/** The same networks in PyTorch, in float32 as one would write them there, in a Python process that waits for commands and rests between them. */
final class PythonPeer implements AutoCloseable {
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3", "python");

    private final Path script;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;
    private final String version;

    private PythonPeer(Path script, Process process) throws IOException {
        this.script = script;
        this.process = process;
        answers = process.inputReader(StandardCharsets.UTF_8);
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        version = read().get("version").getAsString();
    }

    /**
     * Starts it, on the same device and with as many threads as this process has.
     *
     * @param python an interpreter that has PyTorch, or {@code python} for the first that is found
     * @throws IOException when there is none
     */
    static PythonPeer start(String python) throws IOException {
        String interpreter = find(python.equals("python") ? PYTHONS : List.of(python));
        String device = Compute.device().isGpu() ? "cuda" : "cpu";
        Path script = Files.createTempFile("noisebook-peer", ".py");
        try {
            Files.write(script, Resource.bytes(PythonPeer.class, "peer.py"));
            return new PythonPeer(
                    script,
                    new ProcessBuilder(interpreter, script.toString(), Integer.toString(Compute.threads()), device)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException e) {
            Files.delete(script);
            throw e;
        }
    }

    private static String find(List<String> candidates) throws IOException {
        for (String candidate : candidates) {
            if (importsTorch(candidate)) {
                return candidate;
            }
        }
        throw new IOException(
                "no PyTorch in " + String.join(", ", candidates)
                        + ": install it (Debian: apt install python3-torch libopenblas0-openmp), or name a Python that has it with --against");
    }

    private static boolean importsTorch(String python) {
        try {
            Process probe = new ProcessBuilder(python, "-c", "import torch")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The version of its PyTorch. */
    String version() {
        return version;
    }

    /** Gives it the weights and inputs in a file. */
    Answer load(String workload, Path file) throws IOException {
        JsonObject answer = ask("load " + workload + " " + file);
        return new Answer(
                answer.get("answer").getAsDouble(), answer.get("parameters").getAsLong());
    }

    /** What it makes of the inputs. */
    record Answer(double value, long parameterCount) {}

    /** Times {@code count} units of work, in milliseconds. */
    double[] time(String workload, int count) throws IOException {
        return ask("time " + workload + " " + count).getAsJsonArray("milliseconds").asList().stream()
                .mapToDouble(value -> value.getAsDouble())
                .toArray();
    }

    /** The most memory that it held at once. */
    long peakBytes() throws IOException {
        return ask("peak").get("bytes").getAsLong();
    }

    private JsonObject ask(String command) throws IOException {
        commands.println(command);
        return read();
    }

    private JsonObject read() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the Python peer ended; its last words are above");
        }
        return JsonParser.parseString(line).getAsJsonObject();
    }

    @Override
    public void close() throws IOException {
        commands.close(); // it ends with its input
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(script);
    }
}
