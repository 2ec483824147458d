package noisebook.magic;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import noisebook.repl.JavaSession;
import org.jspecify.annotations.Nullable;

/** Adds jars to a session: files, and libraries from Maven repositories. */
final class Libraries {
    private static final List<String> SCOPES = List.of("compile", "runtime");

    private final JavaSession session;
    private @Nullable MavenLibraries maven; // starts only when asked: its classes are many

    Libraries(JavaSession session) {
        this.session = session;
    }

    void classPath(Call call) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String word : call.words(1)) {
            found.addAll(files(word));
        }
        add(found);
    }

    /** The file or folder, or what a pattern such as {@code lib/*.jar} names. */
    private static List<Path> files(String word) throws IOException {
        int slash = word.lastIndexOf('/') + 1;
        if (!word.substring(slash).contains("*")) {
            Path path = Path.of(word);
            if (!Files.exists(path)) {
                throw new UsageException("there is no file or folder " + path.toAbsolutePath());
            }
            return List.of(path);
        }
        Path folder = Path.of(slash == 0 ? "." : word.substring(0, slash));
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> matches = Files.newDirectoryStream(folder, word.substring(slash))) {
            matches.forEach(paths::add);
        }
        if (paths.isEmpty()) {
            throw new UsageException(
                    "nothing fits " + word + " in " + folder.toAbsolutePath().normalize());
        }
        paths.sort(null);
        return paths;
    }

    void maven(Call call) throws Exception {
        add(maven().resolve(call.words(1)));
    }

    void addRepository(Call call) {
        maven().addRepository(call.words(2).get(0), call.words(2).get(1));
    }

    void loadFromPom(Call call) throws Exception {
        Path pom = Path.of(call.words(1).get(0));
        if (!Files.isReadable(pom)) {
            throw new UsageException("cannot read " + pom.toAbsolutePath());
        }
        add(maven().resolvePom(pom, scopes(call.words().subList(1, call.words().size()))));
    }

    void loadFromCell(Call call) throws Exception {
        Path pom = Files.createTempFile("noisebook", ".pom");
        try {
            Files.writeString(pom, PomText.whole(call.part().body()));
            add(maven().resolvePom(pom, scopes(call.words())));
        } finally {
            Files.delete(pom);
        }
    }

    private static List<String> scopes(List<String> named) {
        return named.isEmpty() ? SCOPES : named;
    }

    private MavenLibraries maven() {
        if (maven == null) {
            maven = new MavenLibraries();
        }
        return maven;
    }

    private void add(List<Path> paths) {
        List<Path> added = session.addToClasspath(paths);
        String names = String.join(
                ", ", added.stream().map(path -> path.getFileName().toString()).toList());
        System.out.println(added.isEmpty() ? "all loaded already" : "loaded " + names);
    }
}
