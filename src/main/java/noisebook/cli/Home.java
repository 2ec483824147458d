package noisebook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The folders of the project, found by the launcher, and folders to write into. */
final class Home {
    private Home() {}

    /** The project's root, else the working folder. */
    static Path root() {
        return Path.of(System.getProperty("noisebook.home", ""));
    }

    static Path notebooks() {
        return root().resolve("notebooks");
    }

    /** The notebooks of the project by name. */
    static List<Path> lessonNotebooks() throws IOException {
        if (!Files.isDirectory(notebooks())) {
            throw new IOException("no folder " + notebooks() + "; start noisebook from the project's folder");
        }
        try (Stream<Path> files = Files.list(notebooks())) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Makes a folder and tries to write there, before the work starts whose result it is for.
     *
     * @param option with which the user may choose another
     * @throws IOException if it cannot be written
     */
    static Path writable(Path folder, String option) throws IOException {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".noisebook", ".part"));
            return folder;
        } catch (IOException e) {
            throw new IOException("cannot write to " + folder + "; choose another folder with " + option, e);
        }
    }

    /** The same for the folder of a file that will be written. */
    static Path writableFor(Path file, String option) throws IOException {
        return writable(Objects.requireNonNull(file.toAbsolutePath().getParent()), option);
    }
}
