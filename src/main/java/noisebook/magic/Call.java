package noisebook.magic;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * One use of a magic.
 *
 * @param cell the name of its cell
 * @param part the magic with its arguments
 * @param timeLeft for the cell
 */
record Call(String cell, CellPart part, Duration timeLeft) {
    /** The text behind the magic's name. */
    String arguments() {
        return part.source().strip();
    }

    /** The arguments, which are set apart by blanks. */
    List<String> words() {
        return arguments().isEmpty() ? List.of() : Arrays.asList(arguments().split("\\s+", -1));
    }

    /** The arguments, at least so many. */
    List<String> words(int least) {
        if (words().size() < least) {
            throw new UsageException("too few arguments");
        }
        return words();
    }
}
