package noisebook.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/** Turns what JShell says about a snippet into errors in the lines of the cell. */
final class ErrorReport {
    private final JShell shell;
    private final Map<String, SnippetPlace> places;

    ErrorReport(JShell shell, Map<String, SnippetPlace> places) {
        this.shell = shell;
        this.places = places;
    }

    static CellError plain(String name, String message, String place) {
        return new CellError(name, message, place, List.of(place + ": " + name + ": " + message));
    }

    /** The error an event stands for, or null when it is none. The snippet starts at {@code offset} of the cell. */
    @Nullable
    CellError of(SnippetEvent event, CellSource cell, int offset) {
        JShellException exception = event.exception();
        if (exception != null) {
            return runtimeError(exception, cell, cell.lineAt(offset));
        }
        if (event.status() == Status.REJECTED) {
            return compileError(shell.diagnostics(event.snippet()).toList(), cell, offset);
        }
        if (event.status() == Status.RECOVERABLE_NOT_DEFINED) {
            String message = "needs " + unresolved((DeclarationSnippet) event.snippet()) + ", which is not defined";
            return plain("CompileError", message, cell.place(cell.lineAt(offset)));
        }
        return null;
    }

    private static CellError compileError(List<Diag> diagnostics, CellSource cell, int offset) {
        List<String> trace = new ArrayList<>();
        List<Diag> errors = diagnostics.stream().filter(Diag::isError).toList();
        errors.forEach(error -> describe(error, cell, offset, trace));
        String message =
                errors.isEmpty() ? "not Java" : messageLines(errors.get(0)).get(0);
        int position = errors.isEmpty() ? offset : offset + (int) errors.get(0).getPosition();
        return new CellError("CompileError", message, cell.place(cell.lineAt(position)), trace);
    }

    private static void describe(Diag error, CellSource cell, int offset, List<String> trace) {
        int position = offset + (int) error.getPosition();
        int line = cell.lineAt(position);
        int column = cell.columnAt(position);
        List<String> message = messageLines(error);
        trace.add(cell.place(line) + ", column " + column + ": error: " + message.get(0));
        trace.add("    " + cell.line(line));
        trace.add("    " + " ".repeat(column - 1) + "^");
        message.stream().skip(1).forEach(trace::add);
    }

    /** The compiler's message without the lines that speak of JShell's own classes. */
    private static List<String> messageLines(Diag error) {
        return error.getMessage(Locale.ENGLISH)
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .toList();
    }

    private CellError runtimeError(JShellException exception, CellSource cell, int line) {
        List<String> trace = new ArrayList<>();
        String place = cell.place(line);
        for (Throwable e = exception; e != null; e = e.getCause()) {
            trace.add((e == exception ? "" : "Caused by: ") + headline(e));
            String innermost = addFrames(e, trace);
            place = e == exception && innermost != null ? innermost : place;
        }
        return new CellError(simpleName(exception), message(exception), place, trace);
    }

    /** Adds the frames of the cells and of what they called, and returns the innermost place in a cell. */
    private @Nullable String addFrames(Throwable e, List<String> trace) {
        String innermost = null;
        for (StackTraceElement frame : e.getStackTrace()) {
            SnippetPlace snippet = places.get(snippetId(frame));
            if (snippet == null) {
                if (!isInternal(frame)) {
                    trace.add("    at " + frame);
                }
                continue;
            }
            int line = snippet.cellLine(frame.getLineNumber());
            String place = snippet.cell().place(line);
            innermost = innermost == null ? place : innermost;
            trace.add("    at " + (frame.getMethodName().isEmpty() ? "" : frame.getMethodName() + ", ") + place + ":  "
                    + snippet.cell().line(line).strip());
        }
        return innermost;
    }

    private static String snippetId(StackTraceElement frame) {
        String file = frame.getFileName();
        return file != null && file.startsWith("#") ? file.substring(1) : "";
    }

    private static boolean isInternal(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("REPL.")
                || name.startsWith("jdk.internal.")
                || name.startsWith("jdk.jshell.")
                || name.startsWith("java.lang.reflect.")
                || name.startsWith("java.lang.invoke.")
                || name.startsWith("noisebook.repl.");
    }

    private String headline(Throwable e) {
        String message = message(e);
        return className(e) + (message.isEmpty() ? "" : ": " + message);
    }

    private String message(Throwable e) {
        if (e instanceof UnresolvedReferenceException unresolved) {
            return unresolved.getSnippet().name() + " needs " + unresolved(unresolved.getSnippet())
                    + ", which is not defined";
        }
        return e.getMessage() == null ? "" : e.getMessage();
    }

    private String unresolved(DeclarationSnippet snippet) {
        return shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
    }

    private static String className(Throwable e) {
        return e instanceof EvalException eval ? eval.getExceptionClassName() : "CompileError";
    }

    private static String simpleName(Throwable e) {
        String name = className(e);
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
