package noisebook.repl;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

/** Turns what JShell says about a snippet into errors in the lines of the cell. */
final class ErrorReport {
    private static final String COMPILE_ERROR = "CompileError";

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
        String place = cell.place(cell.lineAt(offset));
        if (exception instanceof UnresolvedReferenceException unresolved) {
            DeclarationSnippet snippet = unresolved.getSnippet();
            return runtimeError(COMPILE_ERROR, snippet.name() + " needs " + missing(snippet), exception, place);
        }
        if (exception instanceof EvalException thrown) {
            String message = thrown.getMessage() == null ? "" : CellTrace.readable(thrown.getMessage());
            return runtimeError(CellTrace.simpleName(thrown), message, thrown, place);
        }
        if (event.status() == Status.REJECTED) {
            return new CompileReport(shell, cell, offset)
                    .of(shell.diagnostics(event.snippet()).toList());
        }
        if (event.status() == Status.RECOVERABLE_NOT_DEFINED) {
            return plain(COMPILE_ERROR, "needs " + missing((DeclarationSnippet) event.snippet()), place);
        }
        return null;
    }

    private CellError runtimeError(String name, String message, JShellException exception, String statement) {
        CellTrace trace = CellTrace.of(exception, message, places);
        return new CellError(name, message, trace.innermost().orElse(statement), trace.lines());
    }

    private String missing(DeclarationSnippet snippet) {
        return shell.unresolvedDependencies(snippet).collect(Collectors.joining(", ")) + ", which is not defined";
    }
}
