package noisebook.jupyter;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where Jupyter looks for kernels; none of these folders need exist. */
public final class JupyterFolders {
    private static final String PYTHON_SAYS = "import sys; print(sys.prefix)";

    private JupyterFolders() {}

    /** The data folder of this user. */
    public static Path user() {
        return variable("JUPYTER_DATA_DIR").orElseGet(JupyterFolders::userDefault);
    }

    private static Path userDefault() {
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        if (system.contains("windows")) {
            return variable("APPDATA").orElse(home).resolve("jupyter");
        }
        return variable("XDG_DATA_HOME")
                .orElse(home.resolve(".local").resolve("share"))
                .resolve("jupyter");
    }

    /** The data folder below an installation prefix, such as {@code /usr/local}. */
    public static Path under(Path prefix) {
        return prefix.resolve("share").resolve("jupyter");
    }

    /**
     * The data folder of the Python environment in use.
     *
     * @throws IOException if there is no Python to ask
     */
    public static Path ofPython() throws IOException {
        Optional<Path> active = variable("CONDA_PREFIX").or(() -> variable("VIRTUAL_ENV"));
        return under(active.isPresent() ? active.get() : askPython());
    }

    private static Path askPython() throws IOException {
        try {
            Process python = new ProcessBuilder("python3", "-c", PYTHON_SAYS)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String prefix = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (python.waitFor(1, TimeUnit.MINUTES) && python.exitValue() == 0 && !prefix.isEmpty()) {
                return Path.of(prefix);
            }
        } catch (IOException e) {
            // no python3: the message below says what to do
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("no Python found to ask for its prefix; use --prefix DIR or --user");
    }

    /** Every folder that holds kernels, the first found wins. */
    public static List<Path> kernelFolders() {
        Set<Path> data = new LinkedHashSet<>();
        String path = System.getenv().getOrDefault("JUPYTER_PATH", "");
        Arrays.stream(path.split(File.pathSeparator))
                .filter(p -> !p.isBlank())
                .map(Path::of)
                .forEach(data::add);
        data.add(user());
        Stream.of("CONDA_PREFIX", "VIRTUAL_ENV")
                .flatMap(name -> variable(name).stream())
                .map(JupyterFolders::under)
                .forEach(data::add);
        data.add(under(Path.of("/usr/local")));
        data.add(under(Path.of("/usr")));
        return data.stream()
                .map(folder -> folder.resolve("kernels"))
                .filter(Files::isDirectory)
                .toList();
    }

    private static Optional<Path> variable(String name) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
    }
}
