package noisebook.notebook;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noisebook.magic.Magics;
import noisebook.repl.CellError;
import noisebook.repl.Evaluation;
import noisebook.repl.JavaSession;

/**
 * What a cell finds when a notebook opens: the usual imports, the functions of {@link Displays}, magics, and what the
 * environment adds. {@code NOISEBOOK_CLASSPATH} lists jars and folders, {@code NOISEBOOK_STARTUP_SCRIPT} holds a cell to
 * run first; {@code IJAVA_CLASSPATH} and {@code IJAVA_STARTUP_SCRIPT} are read in their place.
 */
public final class CellSurface {
    /**
     * Jars of Noisebook's own tools, in which no cell has any business. Left out, the compiler reads 25,000 names less before
     * the first cell, and completion and import hints offer only what is meant to be used.
     */
    private static final Pattern TOOLS = Pattern.compile("(RoaringBitmap|VectorGraphics2D|asm|checker-qual|classgraph"
            + "|commons-(codec|compress|io|math3)|context|error_prone|failureaccess|http"
            + "|icu4j|j2objc|jcl-over|jeromq|jline|jna|jsr305|listenablefuture|maven|picocli|plexus|progressbar"
            + "|pytorch-(jni|native)|slf4j-simple|standalone|univocity)\\w*-.*\\.jar");

    private static final String FUNCTIONS = "static " + Displays.class.getName() + ".*";

    private CellSurface() {}

    /** Opens a session. A startup script that fails is reported on standard error. */
    public static Magics open() {
        return open(System.getenv());
    }

    static Magics open(Map<String, String> environment) {
        Magics magics = Magics.of(JavaSession.open(visible(), FUNCTIONS));
        setting(environment, "CLASSPATH")
                .map(CellSurface::notThereYet)
                .filter(paths -> !paths.isEmpty())
                .ifPresent(paths -> run(magics, "class path", "%classpath " + paths));
        setting(environment, "STARTUP_SCRIPT").ifPresent(script -> run(magics, "startup script", script));
        return magics;
    }

    /** What is not on the class path of this JVM, as Noisebook itself is where the variable is meant for other kernels. */
    private static String notThereYet(String paths) {
        List<Path> own = JavaSession.ownClassPath();
        return Arrays.stream(paths.split(File.pathSeparator, -1))
                .filter(path -> !path.isBlank() && (path.contains("*") || !own.contains(Path.of(path))))
                .collect(Collectors.joining(" "));
    }

    private static List<Path> visible() {
        return JavaSession.ownClassPath().stream()
                .filter(entry ->
                        !TOOLS.matcher(String.valueOf(entry.getFileName())).matches())
                .toList();
    }

    private static Optional<String> setting(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.getOrDefault("NOISEBOOK_" + name, environment.get("IJAVA_" + name)))
                .filter(value -> !value.isBlank());
    }

    private static void run(Magics magics, String name, String cell) {
        Evaluation result = magics.run(name, cell);
        CellError error = result.error();
        if (error != null) {
            error.trace().forEach(System.err::println);
        }
    }
}
