package noisebook.notebook;

import java.util.List;
import noisebook.repl.CellError;
import noisebook.repl.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees of a cell that has run: its value, or why there is none.
 *
 * @param content the representations of the value; empty where there is none
 * @param error the error of the cell, or of showing its value; null when all went well
 */
public record CellResult(MimeBundle content, @Nullable CellError error) {
    /** Text or picture of a value is made only now, by code of the cell that may fail: that is an error of the cell as well. */
    public static CellResult of(String cell, Evaluation evaluation) {
        try {
            return new CellResult(Rendering.of(evaluation.value()), evaluation.error());
        } catch (RuntimeException | Error e) {
            String message = "its value cannot be shown: " + e;
            List<String> trace = List.of(cell + ": " + message);
            return new CellResult(MimeBundle.EMPTY, new CellError(e.getClass().getSimpleName(), message, cell, trace));
        }
    }
}
