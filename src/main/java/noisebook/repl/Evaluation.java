package noisebook.repl;

import org.jspecify.annotations.Nullable;

/**
 * What a cell came to.
 *
 * @param value the value of the last expression; null when the cell ends in a statement, or failed
 * @param error why the cell failed, or null
 */
public record Evaluation(@Nullable Object value, @Nullable CellError error) {
    static Evaluation of(@Nullable Object value) {
        return new Evaluation(value, null);
    }

    static Evaluation failed(CellError error) {
        return new Evaluation(null, error);
    }
}
