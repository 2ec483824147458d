package noisebook.jupyter;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import noisebook.kernel.BadMessageException;
import noisebook.kernel.Json;
import noisebook.kernel.KernelMain;
import noisebook.kernel.Log;

/**
 * An installed kernel: a folder with its {@code kernel.json}.
 *
 * @param folder named as the kernel is
 * @param json what Jupyter reads
 */
public record KernelSpec(Path folder, JsonObject json) {
    /**
     * Reads a folder.
     *
     * @return empty when there is no kernel in it
     */
    public static Optional<KernelSpec> read(Path folder) {
        Path file = folder.resolve("kernel.json");
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new KernelSpec(folder, Json.parse(Files.readString(file))))
                    : Optional.empty();
        } catch (IOException | BadMessageException e) {
            Log.warn("skipped " + file + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Every installed kernel; where two have one name, the one Jupyter takes. */
    public static List<KernelSpec> installed() {
        Map<String, KernelSpec> found = new LinkedHashMap<>();
        for (Path kernels : JupyterFolders.kernelFolders()) {
            try (Stream<Path> folders = Files.list(kernels)) {
                folders.sorted()
                        .flatMap(folder -> read(folder).stream())
                        .forEach(spec -> found.putIfAbsent(spec.name(), spec));
            } catch (IOException | UncheckedIOException e) {
                Log.warn("cannot look into " + kernels + ": " + e.getMessage());
            }
        }
        return List.copyOf(found.values());
    }

    /** What notebooks call it. */
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    /** Its language, such as {@code java}. */
    public String language() {
        return Json.text(json, "language", "");
    }

    /** The command that starts it. */
    public List<String> command() {
        return json.has("argv")
                ? json.getAsJsonArray("argv").asList().stream()
                        .map(JsonElement::getAsString)
                        .toList()
                : List.of();
    }

    /** The options for Java that one of ours was installed with, such as {@code -Xmx8g}; none of another kernel. */
    public List<String> jvmOptions() {
        return isOurs()
                ? command().stream()
                        .dropWhile(word -> !word.startsWith(Installation.HOME_OPTION))
                        .skip(1)
                        .takeWhile(word -> !word.equals("-cp"))
                        .toList()
                : List.of();
    }

    /** Whether it is one of ours. */
    public boolean isOurs() {
        return command().contains(KernelMain.class.getName());
    }

    /** Variables to add to its environment. */
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        Json.object(json, "env")
                .entrySet()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().getAsString()));
        return variables;
    }
}
