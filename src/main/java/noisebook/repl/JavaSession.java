package noisebook.repl;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A Java session: cells run one after another in this JVM and see each other's variables, methods, classes and imports.
 *
 * <p>A cell may hold any number of declarations, statements and expressions; its value is that of the last one when it is
 * an expression. Cells see the class path of the running JVM and share its static state.
 *
 * <p>{@link #interrupt()} first interrupts the thread of the cell, so that a loop that listens can end in order and keep
 * what it has; two seconds later it stops the cell by force.
 */
public final class JavaSession implements AutoCloseable {
    private final Shell shell;
    private final CellEvaluator evaluator;
    private final Assistant assistant;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(JavaSession::daemon);
    private volatile @Nullable Future<?> aside;
    private volatile boolean lost;

    private JavaSession(Shell shell) {
        this.shell = shell;
        evaluator = new CellEvaluator(shell);
        assistant = new Assistant(shell.jshell(), shell.control().compiler());
    }

    /**
     * Opens a session with the usual imports of a Java shell.
     *
     * @param moreImports such as {@code java.time.*} or {@code static java.lang.Math.*}
     */
    public static JavaSession open(String... moreImports) {
        return open(ownClassPath(), moreImports);
    }

    /**
     * Opens a session with the usual imports of a Java shell, for whose compiler only a part of the class path is there.
     *
     * @param classPath jars and folders out of {@link #ownClassPath()}
     * @param moreImports such as {@code java.time.*} or {@code static java.lang.Math.*}
     */
    public static JavaSession open(List<Path> classPath, String... moreImports) {
        return new JavaSession(Shell.open(classPath, List.of(moreImports)));
    }

    /** The class path of the running JVM. */
    public static List<Path> ownClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }

    /** The name of the cell that started the calling thread, also when that cell has ended; empty on threads of no cell. */
    public static Optional<String> cellOfThread() {
        return CellThreads.ofCurrentThread().map(ThreadGroup::getName);
    }

    /**
     * Runs a cell to its end.
     *
     * @param name what errors call the cell, such as {@code cell 3}
     * @param source Java source
     * @return its value or its error; an error of the cell is never thrown
     */
    public Evaluation run(String name, String source) {
        return run(name, source, Duration.ofDays(365));
    }

    /**
     * Runs a cell, and stops it when it takes too long.
     *
     * @param name what errors call the cell, such as {@code cell 3}
     * @param source Java source
     * @param timeout the time it may take
     * @return its value or its error; an error of the cell is never thrown
     * @throws IllegalStateException if an earlier cell could not be stopped and still runs
     */
    public Evaluation run(String name, String source, Duration timeout) {
        if (lost) {
            throw new IllegalStateException("an earlier cell could not be stopped and still runs; open a new session");
        }
        CellSource cell = new CellSource(name, source);
        Future<Evaluation> result = worker.submit(() -> evaluator.evaluate(cell));
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return stopAfter(timeout, cell, result);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the Java shell failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            interrupt();
            Thread.currentThread().interrupt();
            return Evaluation.failed(ErrorReport.plain("Interrupted", "stopped", name));
        }
    }

    /**
     * What could stand at the cursor. May be asked while a cell runs.
     *
     * @param code a cell, finished or not
     * @param cursor a place in it, in UTF-16 units from its start
     */
    public Completion complete(String code, int cursor) {
        return assistant.complete(code, cursor);
    }

    /**
     * Whether code could be run as it stands. May be asked while a cell runs.
     *
     * @param code a cell, finished or not
     */
    public Completeness completeness(String code) {
        return assistant.completeness(code);
    }

    /**
     * Signature and Javadoc of the word that the cursor is in, or just behind. May be asked while a cell runs.
     *
     * @param code a cell, finished or not
     * @param cursor a place in it, in UTF-16 units from its start
     * @return empty when there is no such word or it is not known
     */
    public Optional<Documentation> inspect(String code, int cursor) {
        return assistant.inspect(code, cursor);
    }

    /** The variables that cells declared, in the order of their declaration. */
    public List<Variable> variables() {
        return shell.variables();
    }

    /**
     * Adds jars and folders of classes.
     *
     * @param paths each is added once
     * @return those that are new
     */
    public List<Path> addToClasspath(List<Path> paths) {
        return shell.addToClasspath(paths);
    }

    /** Forgets every variable, method, class and import of the cells. */
    public void reset() {
        shell.reset();
    }

    /**
     * Does something for a cell that is not Java, such as fetching a library. {@link #interrupt()} ends the wait for it.
     *
     * @param name what the cell is called
     * @param task runs on a thread of the cell
     * @param timeout the time it may take
     * @throws ExecutionException with what the task throws
     * @throws CancellationException if it is interrupted
     * @throws TimeoutException if it takes too long
     */
    public <T> T call(String name, Callable<T> task, Duration timeout) throws ExecutionException, TimeoutException {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(new CellThreads(name), future, name);
        thread.setDaemon(true);
        aside = future;
        thread.start();
        try {
            return future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            future.cancel(true);
            aside = null;
        }
    }

    /** Stops the running cell: in order if it listens to interrupts, by force after two seconds. Does nothing when none runs. */
    public void interrupt() {
        Future<?> task = aside;
        if (task != null) {
            task.cancel(true);
        }
        evaluator.interrupt();
    }

    private Evaluation stopAfter(Duration timeout, CellSource cell, Future<Evaluation> result) {
        interrupt();
        String message = "stopped after " + timeout.toSeconds() + " s";
        try {
            result.get(2 * CellEvaluator.GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            lost = true;
            message = "could not be stopped after " + timeout.toSeconds() + " s";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            message += " (" + e.getCause() + ")";
        }
        return Evaluation.failed(ErrorReport.plain("Timeout", message, cell.name()));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "noisebook-session");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        interrupt();
        worker.shutdown();
        if (!lost) {
            shell.close();
        }
    }
}
