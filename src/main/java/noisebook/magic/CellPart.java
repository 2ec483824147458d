package noisebook.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import noisebook.repl.Completeness;
import noisebook.repl.JavaSession;

/**
 * A stretch of a cell: Java, or one magic.
 *
 * @param magic the name with its percent signs; empty for Java
 * @param line where it starts, from 1
 * @param source Java, or the magic's arguments; blanks stand for everything before it, so that lines and columns stay true
 * @param body what follows a cell magic, with such blanks; else empty
 */
record CellPart(String magic, int line, String source, String body) {
    private static final Pattern LINE_MAGIC = Pattern.compile("\\s*(%[a-zA-Z]\\w*)(\\s.*)?");
    private static final Pattern CELL_MAGIC = Pattern.compile("(?s)(\\s*)(%%[a-zA-Z]\\w*)([^\n]*)(.*)");

    /** Takes a cell apart. A percent sign starts a magic where a Java statement could start. */
    static List<CellPart> of(String cell, JavaSession session) {
        Matcher whole = CELL_MAGIC.matcher(cell);
        if (whole.matches()) {
            String arguments = blank(cell.substring(0, whole.start(3))) + whole.group(3);
            return List.of(new CellPart(
                    whole.group(2), lineOf(cell, whole.start(2)), arguments, blank(arguments) + whole.group(4)));
        }
        List<CellPart> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < cell.length(); at = lineEnd(cell, at)) {
            Matcher line =
                    LINE_MAGIC.matcher(cell.substring(at, lineEnd(cell, at)).stripTrailing());
            if (line.matches() && isStatementEnd(cell.substring(start, at), session)) {
                add(parts, "", cell, start, at);
                add(parts, line.group(1), cell, at + line.end(1), lineEnd(cell, at));
                start = lineEnd(cell, at);
            }
        }
        add(parts, "", cell, start, cell.length());
        return parts;
    }

    private static void add(List<CellPart> parts, String magic, String cell, int start, int end) {
        String text = cell.substring(start, end);
        if (!magic.isEmpty() || !text.isBlank()) {
            parts.add(new CellPart(magic, lineOf(cell, start), blank(cell.substring(0, start)) + text, ""));
        }
    }

    private static int lineOf(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private static int lineEnd(String text, int start) {
        int newline = text.indexOf('\n', start);
        return newline < 0 ? text.length() : newline + 1;
    }

    private static boolean isStatementEnd(String java, JavaSession session) {
        return java.isBlank() || session.completeness(java).status() != Completeness.Status.INCOMPLETE;
    }

    /** Blanks in place of text; lines and tabs stay. */
    static String blank(String text) {
        return text.replaceAll("[^\n\t]", " ");
    }
}
