package noisebook.notebook;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final String FUNCTIONS = "static " + Displays.class.getName() + ".*";

    private CellSurface() {}

    /** Opens a session. A startup script that fails is reported on standard error. */
    public static Magics open() {
        return open(System.getenv());
    }

    static Magics open(Map<String, String> environment) {
        Magics magics = Magics.of(JavaSession.open(FUNCTIONS));
        setting(environment, "CLASSPATH")
                .map(paths -> String.join(" ", List.of(paths.split(File.pathSeparator, -1))))
                .ifPresent(paths -> run(magics, "class path", "%classpath " + paths));
        setting(environment, "STARTUP_SCRIPT").ifPresent(script -> run(magics, "startup script", script));
        return magics;
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
