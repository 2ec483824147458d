package noisebook.lesson;

import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import noisebook.plot.Html;
import noisebook.plot.PagePiece;
import org.jspecify.annotations.Nullable;

/**
 * What is asked before a figure is shown: one commits to an answer and says how sure one is, then sees the figure and what one's answer overlooks. It works
 * in any page without a kernel; where scripts do not run, question, answers and figure stand there as text.
 *
 * @param question in a sentence
 * @param options to choose from, or
 * @param number to be guessed
 */
record Predict(
        String question,
        @Nullable List<Option> options,
        @Nullable Guess number) {
    /**
     * An answer to choose.
     *
     * @param text of the answer
     * @param right whether it is
     * @param reply to whoever chose it
     */
    record Option(String text, boolean right, String reply) {}

    /**
     * A number to be guessed.
     *
     * @param unit behind the field, such as {@code %}
     * @param low the least that counts as right
     * @param high the greatest
     * @param below the reply to a number that is too small
     * @param within the reply to one that is right
     * @param above the reply to one that is too large
     */
    record Guess(
            String unit,
            double low,
            double high,
            String below,
            @SerializedName("right") String within,
            String above) {}

    /** The answers that can be chosen; none when a number is asked for. */
    List<Option> choices() {
        return options == null ? List.of() : options;
    }

    /** The question around what it hides until it is answered. */
    String html(String name, String hidden) {
        Map<String, Object> asked = number == null ? Map.of("options", choices()) : Map.of("number", number);
        return PagePiece.of(Predict.class, "predict")
                .text("NAME", name)
                .text("QUESTION", question)
                .markup("CHOICES", list())
                .data("ASKED", asked)
                .markup("HIDDEN", hidden)
                .html();
    }

    private String list() {
        return choices().stream()
                .map(option -> "<li>" + Html.escape(option.text()) + "</li>")
                .collect(Collectors.joining());
    }
}
