package noisebook.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * JupyterLab or the classic Notebook on this machine.
 *
 * @param path the program
 * @param version what it says its version is, such as {@code 6.4.12}; empty when it does not start
 */
record JupyterProgram(Path path, String version) {
    /** The first one found is taken; the number is the oldest major version that opens the lessons. */
    private static final List<Wanted> WANTED = List.of(new Wanted("jupyter-lab", 3), new Wanted("jupyter-notebook", 6));

    private record Wanted(String name, int oldest) {}

    /** All that are found on a search path such as {@code /usr/local/bin:/usr/bin}, the preferred first. */
    static List<JupyterProgram> on(String searchPath) {
        return WANTED.stream()
                .flatMap(wanted -> find(wanted.name(), searchPath).stream())
                .map(path -> new JupyterProgram(path, askVersion(path)))
                .toList();
    }

    /** Whether it is JupyterLab 3 or Notebook 6, or newer. */
    boolean isRecent() {
        int oldest = WANTED.stream()
                .filter(wanted -> path.getFileName().toString().startsWith(wanted.name()))
                .mapToInt(Wanted::oldest)
                .findFirst()
                .orElse(0);
        return version.matches("\\d{1,6}\\..*") && Integer.parseInt(version.replaceAll("\\..*", "")) >= oldest;
    }

    @Override
    public String toString() {
        return path + " " + (version.isEmpty() ? "(does not start)" : version);
    }

    private static Optional<Path> find(String name, String searchPath) {
        return Arrays.stream(searchPath.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> List.of(Path.of(folder, name), Path.of(folder, name + ".exe")).stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String askVersion(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
