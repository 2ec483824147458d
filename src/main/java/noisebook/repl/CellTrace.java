package noisebook.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.EvalException;
import org.jspecify.annotations.Nullable;

/**
 * The stack trace of an exception and its causes as a reader of the notebook wants it: frames of cells with their source
 * line, frames of libraries, nothing of the shell itself; what repeats is told once.
 *
 * @param lines the text
 * @param innermost where in the cells the exception came from
 */
record CellTrace(List<String> lines, Optional<String> innermost) {
    private static final int LIBRARY_FRAMES = 3;
    private static final List<String> INTERNAL = List.of(
            "REPL.", "jdk.internal.", "jdk.jshell.", "java.lang.reflect.", "java.lang.invoke.", "noisebook.repl.");
    private static final List<String> JAVA_LIBRARY = List.of("java.", "javax.", "jdk.", "sun.");

    /** The trace of an exception with the given message. */
    static CellTrace of(Exception exception, String message, Map<String, SnippetPlace> places) {
        List<String> lines = new ArrayList<>();
        Optional<String> innermost = Optional.empty();
        StackTraceElement[] enclosing = {};
        for (Throwable e = exception; e != null; e = e.getCause()) {
            boolean first = e == exception;
            lines.add((first ? "" : "Caused by: ") + headline(e, first ? message : e.getMessage()));
            FrameLines frames = new FrameLines(places);
            int shared = sharedTail(e.getStackTrace(), enclosing);
            for (int i = 0; i < e.getStackTrace().length - shared; i++) {
                frames.add(e.getStackTrace()[i]);
            }
            lines.addAll(frames.lines());
            innermost = first ? frames.innermost() : innermost;
            enclosing = e.getStackTrace();
        }
        return new CellTrace(lines, innermost);
    }

    /** The name of the exception's class as its author wrote it. */
    static String simpleName(EvalException e) {
        String name = className(e);
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private static String headline(Throwable e, @Nullable String message) {
        String name = e instanceof EvalException eval ? className(eval) : "CompileError";
        return message == null || message.isEmpty() ? name : name + ": " + readable(message);
    }

    private static String className(EvalException e) {
        return readable(e.getExceptionClassName());
    }

    /** What a cell declares is a member of a class of JShell's, such as {@code REPL.$JShell$12B}, which is left out. */
    static String readable(String text) {
        return text.replaceAll("REPL\\.\\$JShell\\$\\w+[$.]", "");
    }

    private static int sharedTail(StackTraceElement[] frames, StackTraceElement[] enclosing) {
        int shared = 0;
        while (shared < Math.min(frames.length, enclosing.length)
                && frames[frames.length - 1 - shared].equals(enclosing[enclosing.length - 1 - shared])) {
            shared++;
        }
        return shared;
    }

    /** The frames of one exception. */
    private static final class FrameLines {
        private final Map<String, SnippetPlace> places;
        private final List<String> lines = new ArrayList<>();
        private @Nullable String innermost;
        private int library;
        private int repeats;

        FrameLines(Map<String, SnippetPlace> places) {
            this.places = places;
        }

        void add(StackTraceElement frame) {
            SnippetPlace snippet = places.get(snippetId(frame));
            if (frame.getMethodName().equals("do_it$Aux")) {
                return; // how JShell runs "var x = …": the frame below names the same line
            }
            if (snippet != null) {
                endLibrary();
                int line = snippet.cellLine(frame.getLineNumber());
                String place = snippet.cell().place(line);
                innermost = innermost == null ? place : innermost;
                append("    at " + method(frame) + place + ":  "
                        + snippet.cell().line(line).strip());
            } else if (INTERNAL.stream().noneMatch(frame.getClassName()::startsWith)) {
                addOutside(frame);
            }
        }

        private void addOutside(StackTraceElement frame) {
            boolean ofJava = JAVA_LIBRARY.stream().anyMatch(frame.getClassName()::startsWith);
            if (!ofJava) {
                endLibrary();
            } else if (++library > LIBRARY_FRAMES) {
                return;
            }
            append("    at " + readable(frame.getClassName()) + "." + frame.getMethodName() + "(" + frame.getFileName()
                    + ":" + frame.getLineNumber() + ")");
        }

        private void endLibrary() {
            if (library > LIBRARY_FRAMES) {
                append("    … " + (library - LIBRARY_FRAMES) + " more inside the Java library");
            }
            library = 0;
        }

        private void append(String line) {
            if (!lines.isEmpty() && lines.get(lines.size() - 1).equals(line)) {
                repeats++;
            } else {
                endRepeats();
                lines.add(line);
            }
        }

        private void endRepeats() {
            if (repeats > 0) {
                lines.add("    … the same " + repeats + (repeats == 1 ? " more time" : " more times"));
            }
            repeats = 0;
        }

        List<String> lines() {
            endLibrary();
            endRepeats();
            return lines;
        }

        Optional<String> innermost() {
            return Optional.ofNullable(innermost);
        }

        private static String snippetId(StackTraceElement frame) {
            String file = frame.getFileName();
            return file != null && file.startsWith("#") ? file.substring(1) : "";
        }

        private static String method(StackTraceElement frame) {
            String name = frame.getMethodName();
            if (name.isEmpty() || name.startsWith("do_it$") || name.startsWith("lambda$")) {
                return "";
            }
            return switch (name) {
                case "<init>" -> "constructor, ";
                case "<clinit>" -> "static initializer, ";
                default -> name + ", ";
            };
        }
    }
}
