package noisebook.repl;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.jspecify.annotations.Nullable;

/** Runs a cell snippet by snippet, up to the first that fails or until it is interrupted. */
final class CellEvaluator {
    /** How long a cell may take to end in order once it is interrupted. */
    static final Duration GRACE = Duration.ofSeconds(2);

    private final JShell shell;
    private final ValueControl control;
    private final ErrorReport report;
    private final Map<String, SnippetPlace> places = new HashMap<>();
    private volatile @Nullable Object running;
    private volatile boolean interrupted;

    CellEvaluator(Shell shell) {
        this.shell = shell.jshell();
        this.control = shell.control();
        report = new ErrorReport(this.shell, places);
    }

    Evaluation evaluate(CellSource cell) {
        HeapReserve.hold();
        interrupted = false;
        running = cell;
        control.startCell(cell.name());
        control.compiler().lock();
        try {
            return evaluateSnippets(cell);
        } catch (Error e) { // of the compiler
            HeapReserve.releaseIfFull(e);
            throw e;
        } finally {
            control.compiler().unlock();
            running = null;
        }
    }

    private Evaluation evaluateSnippets(CellSource cell) {
        String rest = cell.text().stripLeading(); // JShell counts lines from the first word
        Object value = null;
        while (!rest.isEmpty()) {
            int offset = cell.text().length() - rest.length();
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            boolean whole = next.completeness().isComplete();
            value = null;
            for (SnippetEvent event : shell.eval(whole ? next.source() : rest)) {
                if (event.causeSnippet() != null) {
                    continue; // an earlier snippet that this one replaces or completes
                }
                remember(event.snippet(), cell, offset);
                CellError error = interrupted ? interruption(cell, offset) : report.of(event, cell, offset);
                if (error != null) {
                    return Evaluation.failed(error);
                }
                value = valueOf(event);
            }
            rest = whole ? next.remaining().stripLeading() : "";
        }
        return Evaluation.of(value);
    }

    private void remember(Snippet snippet, CellSource cell, int offset) {
        places.putIfAbsent(snippet.id(), new SnippetPlace(cell, cell.lineAt(offset)));
    }

    private @Nullable Object valueOf(SnippetEvent event) {
        Object value = control.takeValue();
        return switch (event.snippet().subKind()) {
            case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, ASSIGNMENT_SUBKIND, OTHER_EXPRESSION_SUBKIND -> value;
            default -> null;
        };
    }

    private static CellError interruption(CellSource cell, int offset) {
        return ErrorReport.plain("Interrupted", "stopped; what ran so far is kept", cell.place(cell.lineAt(offset)));
    }

    /** Stops the running cell: in order if it listens to interrupts, else by force. Does nothing when none runs. */
    void interrupt() {
        Object stopped = running;
        if (stopped != null) {
            interrupted = true;
            control.interruptSnippet();
            after(GRACE, () -> stopByForce(stopped));
        }
    }

    /** Again each second, for cells that catch what stops them. */
    private void stopByForce(Object cell) {
        if (running == cell) {
            control.stop();
            after(Duration.ofSeconds(1), () -> stopByForce(cell));
        }
    }

    private static void after(Duration time, Runnable task) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(task);
    }
}
