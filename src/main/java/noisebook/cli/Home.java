package noisebook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
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

    /**
     * Writes a file whole or not at all.
     *
     * @throws IOException if it cannot be written; the file is as before then
     */
    static void write(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(beside, bytes);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw new IOException("cannot write " + file + ": " + e.getMessage() + "; choose another folder", e);
        }
    }
}
