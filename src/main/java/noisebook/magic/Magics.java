package noisebook.magic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import noisebook.repl.CellError;
import noisebook.repl.Completeness;
import noisebook.repl.Completion;
import noisebook.repl.Documentation;
import noisebook.repl.Evaluation;
import noisebook.repl.JavaSession;

/**
 * Runs cells that may hold magics, and answers an editor's questions about them.
 *
 * <p>A line that starts with {@code %name} is a line magic, a cell that starts with {@code %%name} is a cell magic; {@code
 * Type?} explains a name. {@code %lsmagic} lists them all.
 */
public final class Magics {
    private static final Duration NO_LIMIT = Duration.ofDays(365);
    private static final Pattern QUESTION = Pattern.compile("\\s*(%{0,2}[\\p{javaJavaIdentifierPart}.]+)\\?\\??\\s*");

    private static final Map<Class<?>, String> ERROR_NAMES = Map.of(
            UsageException.class, "UsageError",
            CancellationException.class, "Interrupted",
            TimeoutException.class, "Timeout");

    private final JavaSession session;
    private final MagicTable table;
    private final MagicAssistant assistant;

    private Magics(JavaSession session) {
        this.session = session;
        this.table = new MagicTable(session, this);
        this.assistant = new MagicAssistant(session, table);
    }

    /** Magics over a session. */
    public static Magics of(JavaSession session) {
        return new Magics(session);
    }

    /** The session that runs the Java of the cells. */
    public JavaSession session() {
        return session;
    }

    /**
     * Runs a cell to its end.
     *
     * @param name what errors call the cell, such as {@code cell 3}
     * @param cell Java source and magics
     * @return the value of its last expression, or its error
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
     * @return the value of its last expression, or its error
     */
    public Evaluation run(String name, String cell, Duration timeout) {
        Optional<String> question = question(cell);
        if (question.isPresent()) {
            System.out.println(inspect(question.get(), question.get().length())
                    .map(Documentation::text)
                    .orElse("nothing is known about " + question.get()));
            return Magic.NOTHING;
        }
        if (!cell.contains("%")) {
            return session.run(name, cell, timeout);
        }
        long end = System.nanoTime() + timeout.toNanos();
        Evaluation result = Magic.NOTHING;
        for (CellPart part : CellPart.of(cell, session)) {
            result = run(new Call(name, part, Duration.ofNanos(end - System.nanoTime())));
            if (result.error() != null) {
                return result;
            }
        }
        return result;
    }

    /** What a cell such as {@code Type?} asks about; empty when it is no question. */
    public static Optional<String> question(String cell) {
        Matcher question = QUESTION.matcher(cell);
        return question.matches() ? Optional.of(question.group(1)) : Optional.empty();
    }

    private Evaluation run(Call call) {
        CellPart part = call.part();
        if (part.magic().isEmpty()) {
            return session.run(call.cell(), part.source(), call.timeLeft());
        }
        Optional<Magic> magic = table.find(part.magic());
        if (magic.isEmpty()) {
            return failed(call, "there is no such magic; %lsmagic lists them", new UsageException(""));
        }
        try {
            return magic.get().action().run(call);
        } catch (UsageException e) {
            return failed(call, e.getMessage() + "; usage: " + magic.get().usage(), e);
        } catch (CancellationException e) {
            return failed(call, "stopped", e);
        } catch (TimeoutException e) {
            return failed(call, "takes too long", e);
        } catch (Exception e) {
            return failed(call, String.valueOf(e.getMessage()), e);
        }
    }

    private static Evaluation failed(Call call, String message, Exception e) {
        String place = call.cell() + ", line " + call.part().line();
        String name = ERROR_NAMES.getOrDefault(e.getClass(), e.getClass().getSimpleName());
        List<String> trace = List.of(place + ": " + call.part().magic() + ": " + message);
        return new Evaluation(null, new CellError(name, message, place, trace));
    }

    /** What could stand at the cursor, in UTF-16 units of the cell; see {@link JavaSession#complete}. */
    public Completion complete(String cell, int cursor) {
        return assistant.complete(cell, cursor);
    }

    /** Whether a cell could be run as it stands; see {@link JavaSession#completeness}. */
    public Completeness completeness(String cell) {
        return assistant.completeness(cell);
    }

    /** Explains the word at the cursor, which may be a magic; see {@link JavaSession#inspect}. */
    public Optional<Documentation> inspect(String cell, int cursor) {
        return assistant.inspect(cell, cursor);
    }
}
