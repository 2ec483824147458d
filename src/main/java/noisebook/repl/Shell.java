package noisebook.repl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** The JShell under a session: what it is opened with, and what cells leave in it. */
final class Shell implements AutoCloseable {
    private static final List<String> DEFAULT_IMPORTS = List.of(
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.prefs.*",
            "java.util.regex.*",
            "java.util.stream.*");

    private static final int MAX_SHOWN = 80;

    private final ValueControl control = ValueControl.create();
    private final Set<Path> added = new HashSet<>();
    private final List<String> imports;
    private final JShell jshell;

    private Shell(List<Path> classPath, List<String> moreImports) {
        imports = Stream.concat(DEFAULT_IMPORTS.stream(), moreImports.stream()).toList();
        jshell = JShell.builder()
                .executionEngine(provider(control), Map.of())
                .fileManager(files -> compilingAgainst(classPath, files))
                .build();
        doImports();
    }

    /** A shell whose compiler sees a class path, with the usual imports and more. */
    static Shell open(List<Path> classPath, List<String> moreImports) {
        return new Shell(classPath, moreImports);
    }

    private static StandardJavaFileManager compilingAgainst(List<Path> classPath, StandardJavaFileManager files) {
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExecutionControlProvider provider(ValueControl control) {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "noisebook";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return control;
            }
        };
    }

    private void doImports() {
        imports.forEach(name -> jshell.eval("import " + name + ";"));
    }

    JShell jshell() {
        return jshell;
    }

    ValueControl control() {
        return control;
    }

    List<Variable> variables() {
        return jshell.variables()
                .filter(variable -> variable.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND)
                .map(variable -> new Variable(variable.typeName(), variable.name(), value(variable)))
                .toList();
    }

    private String value(VarSnippet variable) {
        if (jshell.status(variable) != Snippet.Status.VALID) {
            return "not defined";
        }
        String value = jshell.varValue(variable);
        return value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
    }

    /** Adds jars and folders, and returns those that are new. */
    List<Path> addToClasspath(List<Path> paths) {
        List<Path> fresh =
                paths.stream().map(Path::toAbsolutePath).filter(added::add).toList();
        control.compiler().lock();
        try {
            fresh.forEach(path -> jshell.addToClasspath(path.toString()));
        } finally {
            control.compiler().unlock();
        }
        return fresh;
    }

    /** Forgets what cells declared and imported. */
    void reset() {
        control.compiler().lock();
        try {
            jshell.snippets()
                    .filter(snippet -> jshell.status(snippet).isActive())
                    .toList()
                    .forEach(jshell::drop);
            doImports();
        } finally {
            control.compiler().unlock();
        }
    }

    @Override
    public void close() {
        jshell.close();
    }
}
