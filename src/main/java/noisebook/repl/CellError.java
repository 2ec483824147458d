package noisebook.repl;

import java.util.List;

/**
 * An error in the terms of the cell that caused it.
 *
 * @param name the simple name of the exception, or {@code CompileError}, {@code Interrupted}, {@code Timeout}
 * @param message the message of the exception, or the first compiler message; may be empty
 * @param place where in the cell, such as {@code cell 3, line 2}
 * @param trace the report as lines of text: the message, the place with its source line, causes; no frames of the shell
 */
public record CellError(String name, String message, String place, List<String> trace) {
    /** Copies the trace. */
    public CellError {
        trace = List.copyOf(trace);
    }

    /** The error in one line: place, name and message. */
    public String summary() {
        return place + ": " + name
                + (message.isEmpty() ? "" : ": " + message.lines().findFirst().orElse(""));
    }
}
