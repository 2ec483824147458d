package noisebook.magic;

import java.time.Duration;
import java.util.Optional;
import noisebook.repl.Completeness;
import noisebook.repl.Completion;
import noisebook.repl.Documentation;
import noisebook.repl.Evaluation;
import noisebook.repl.JavaSession;

/** Runs cells that may hold magics, and answers an editor's questions about them. */
public final class Magics {
    private static final Duration NO_LIMIT = Duration.ofDays(365);

    private final JavaSession session;

    private Magics(JavaSession session) {
        this.session = session;
    }

    /** Magics over a session. */
    public static Magics of(JavaSession session) {
        return new Magics(session);
    }

    /**
     * Runs a cell to its end.
     *
     * @param name what errors call the cell, such as {@code cell 3}
     * @param cell Java source and magics
     */
    public Evaluation run(String name, String cell) {
        return run(name, cell, NO_LIMIT);
    }

    /**
     * Runs a cell, and stops it when it takes too long.
     *
     * @param name what errors call the cell, such as {@code cell 3}
     * @param cell Java source and magics
     * @param timeout the time it may take
     */
    public Evaluation run(String name, String cell, Duration timeout) {
        return session.run(name, cell, timeout);
    }

    /** What could stand at the cursor, in UTF-16 units of the cell; see {@link JavaSession#complete}. */
    public Completion complete(String cell, int cursor) {
        return session.complete(cell, cursor);
    }

    /** Whether a cell could be run as it stands; see {@link JavaSession#completeness}. */
    public Completeness completeness(String cell) {
        return session.completeness(cell);
    }

    /** Explains the word at the cursor; see {@link JavaSession#inspect}. */
    public Optional<Documentation> inspect(String cell, int cursor) {
        return session.inspect(cell, cursor);
    }
}
