package noisebook.lesson;

import noisebook.notebook.Displayable;
import noisebook.notebook.MimeBundle;
import noisebook.plot.Html;

/**
 * What became of a learner's formula.
 *
 * @param what was to be written
 * @param right whether it is
 * @param words what went wrong, or that nothing did
 */
public record Attempt(String what, boolean right, String words) implements Displayable {
    @Override
    public MimeBundle toMime() {
        String line = (right ? "✓ " : "✗ ") + what + ": " + words;
        return MimeBundle.html(
                "<p style=\"border-left:4px solid " + (right ? "#2a9d55" : "#d1495b") + ";padding-left:.6em\">"
                        + Html.escape(line) + "</p>",
                line);
    }
}
