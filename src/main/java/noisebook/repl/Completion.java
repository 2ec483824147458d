package noisebook.repl;

import java.util.List;

/**
 * What could stand at the cursor.
 *
 * @param matches the best ones first; empty when nothing fits, or while the compiler is busy with a running cell
 * @param start where the text that a match replaces begins, in UTF-16 units of the code
 * @param end where it ends
 */
public record Completion(List<Match> matches, int start, int end) {
    /**
     * One possible text.
     *
     * @param text what to insert in place of the code from start to end
     * @param type {@code class}, {@code package}, {@code method}, {@code field}, {@code variable}, {@code keyword},
     *     {@code magic} or {@code file}
     */
    public record Match(String text, String type) {}

    /** Copies the matches. */
    public Completion {
        matches = List.copyOf(matches);
    }

    /** Nothing fits at this place. */
    static Completion none(int cursor) {
        return new Completion(List.of(), cursor, cursor);
    }
}
