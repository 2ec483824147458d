package noisebook.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where data files are looked for, in this order: the folder named by the system property {@code noisebook.data} or the
 * environment variable {@code NOISEBOOK_DATA}; {@code data/} in the project (the system property
 * {@code noisebook.home}, else the working directory); the user's cache.
 */
final class DataFolders {
    private DataFolders() {}

    /** The folders to look in, first come first served; only the named one must exist. */
    static List<Path> candidates() {
        List<Path> folders = new ArrayList<>();
        Path named = named();
        if (named != null) {
            folders.add(named);
        }
        folders.add(project());
        folders.add(cache());
        return List.copyOf(folders);
    }

    /** Where downloads land: the named folder, else the project's {@code data/} when there is one, else the cache. */
    static Path downloads() {
        Path named = named();
        if (named != null) {
            return named;
        }
        return Files.isDirectory(project()) && Files.isWritable(project()) ? project() : cache();
    }

    private static @Nullable Path named() {
        String folder = System.getProperty("noisebook.data", System.getenv("NOISEBOOK_DATA"));
        if (folder == null || folder.isBlank()) {
            return null;
        }
        Path path = Path.of(folder);
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException(
                    "the data folder '%s' does not exist: create it, or correct or unset NOISEBOOK_DATA (noisebook.data)"
                            .formatted(folder));
        }
        return path;
    }

    private static Path project() {
        return Path.of(System.getProperty("noisebook.home", "."), "data");
    }

    private static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("noisebook");
    }
}
