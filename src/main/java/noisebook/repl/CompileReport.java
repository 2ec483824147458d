package noisebook.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;
import jdk.jshell.JShell;

/** What the compiler says about a snippet: place, source line, a caret under it, the message and a hint. */
final class CompileReport {
    private final CellSource cell;
    private final int offset;
    private final CompileHint hint;

    /** A report about the snippet that starts at {@code offset} of the cell. */
    CompileReport(JShell shell, CellSource cell, int offset) {
        this.cell = cell;
        this.offset = offset;
        this.hint = new CompileHint(shell);
    }

    CellError of(List<Diag> diagnostics) {
        List<Diag> errors = diagnostics.stream().filter(Diag::isError).toList();
        if (errors.isEmpty()) {
            return ErrorReport.plain("CompileError", "not Java", cell.place(cell.lineAt(offset)));
        }
        List<String> trace = new ArrayList<>();
        errors.forEach(error -> describe(error, trace));
        return new CellError("CompileError", message(errors.get(0)).get(0), cell.place(lineOf(errors.get(0))), trace);
    }

    private int lineOf(Diag error) {
        return cell.lineAt(offset + (int) error.getPosition());
    }

    private void describe(Diag error, List<String> trace) {
        int line = lineOf(error);
        int column = cell.columnAt(offset + (int) error.getPosition());
        List<String> message = message(error);
        trace.add(cell.place(line) + ", column " + column + ": error: " + message.get(0));
        trace.add("    " + cell.line(line));
        trace.add("    " + underline(cell.line(line), column) + "^");
        message.stream().skip(1).forEach(trace::add);
        hint.of(error.getCode(), message.get(0)).ifPresent(text -> trace.add("Hint: " + text));
    }

    /** Blanks up to a column; tabs stay tabs, so that the caret stands where the column is. */
    private static String underline(String line, int column) {
        return line.substring(0, Math.min(column - 1, line.length())).replaceAll("[^\t]", " ");
    }

    /** The compiler's lines without those that speak of JShell's own classes; what was not found joins the first. */
    private static List<String> message(Diag error) {
        List<String> lines = new ArrayList<>(error.getMessage(Locale.ENGLISH)
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .toList());
        if (lines.size() > 1 && lines.get(1).strip().startsWith("symbol:")) {
            String symbol =
                    lines.remove(1).strip().substring("symbol:".length()).strip();
            lines.set(0, lines.get(0) + ": " + symbol);
        }
        return lines;
    }
}
