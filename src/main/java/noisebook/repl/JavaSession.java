package noisebook.repl;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
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
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final List<String> DEFAULT_IMPORTS = List.of(
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.prefs.*",
            "java.util.regex.*",
            "java.util.stream.*");

    private static final int MAX_SHOWN = 80;

    private final ValueControl control = ValueControl.create();
    private final Map<String, SnippetPlace> places = new HashMap<>();
    private final List<String> imports;
    private final Set<Path> classPath = new HashSet<>();
    private final ErrorReport report;
    private final Assistant assistant;
    private final JShell shell;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(JavaSession::daemon);
    private volatile @Nullable Object currentRun;
    private volatile @Nullable Future<?> aside;
    private volatile boolean interrupted;
    private volatile boolean lost;

    private JavaSession(List<String> moreImports) {
        imports = Stream.concat(DEFAULT_IMPORTS.stream(), moreImports.stream()).toList();
        shell = JShell.builder().executionEngine(provider(control), Map.of()).build();
        report = new ErrorReport(shell, places);
        assistant = new Assistant(shell, control.compiler());
        imports.forEach(name -> shell.eval("import " + name + ";"));
    }

    /**
     * Opens a session with the usual imports of a Java shell.
     *
     * @param moreImports such as {@code java.time.*} or {@code static java.lang.Math.*}
     */
    public static JavaSession open(String... moreImports) {
        return new JavaSession(List.of(moreImports));
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
        interrupted = false;
        Future<Evaluation> result = worker.submit(() -> evaluate(cell));
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
        return shell.variables()
                .filter(variable -> variable.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND)
                .map(variable -> new Variable(variable.typeName(), variable.name(), value(variable)))
                .toList();
    }

    private String value(VarSnippet variable) {
        if (shell.status(variable) != Snippet.Status.VALID) {
            return "not defined";
        }
        String value = shell.varValue(variable);
        return value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
    }

    /**
     * Adds jars and folders of classes.
     *
     * @param paths each is added once
     * @return those that are new
     */
    public List<Path> addToClasspath(List<Path> paths) {
        List<Path> added =
                paths.stream().map(Path::toAbsolutePath).filter(classPath::add).toList();
        control.compiler().lock();
        try {
            added.forEach(path -> shell.addToClasspath(path.toString()));
        } finally {
            control.compiler().unlock();
        }
        return added;
    }

    /** Forgets every variable, method, class and import of the cells. */
    public void reset() {
        control.compiler().lock();
        try {
            shell.snippets()
                    .filter(snippet -> shell.status(snippet).isActive())
                    .toList()
                    .forEach(shell::drop);
            imports.forEach(name -> shell.eval("import " + name + ";"));
        } finally {
            control.compiler().unlock();
        }
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
        Object stopped = currentRun;
        if (stopped == null) {
            return;
        }
        interrupted = true;
        control.interruptSnippet();
        after(GRACE, () -> stopByForce(stopped));
    }

    /** Again each second, for cells that catch what stops them. */
    private void stopByForce(Object run) {
        if (currentRun == run) {
            control.stop();
            after(Duration.ofSeconds(1), () -> stopByForce(run));
        }
    }

    private static void after(Duration time, Runnable task) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(task);
    }

    private Evaluation stopAfter(Duration timeout, CellSource cell, Future<Evaluation> result) {
        interrupt();
        String message = "stopped after " + timeout.toSeconds() + " s";
        try {
            result.get(2 * GRACE.toMillis(), TimeUnit.MILLISECONDS);
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

    private Evaluation evaluate(CellSource cell) {
        HeapReserve.hold();
        currentRun = cell;
        control.startCell(cell.name());
        control.compiler().lock();
        try {
            return evaluateSnippets(cell);
        } catch (Error e) { // of the compiler
            HeapReserve.releaseIfFull(e);
            throw e;
        } finally {
            control.compiler().unlock();
            currentRun = null;
        }
    }

    private Evaluation evaluateSnippets(CellSource cell) {
        String rest = cell.text().stripLeading(); // JShell counts lines from the first word
        Object value = null;
        while (!rest.isEmpty()) {
            int offset = cell.text().length() - rest.length();
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            boolean whole = next.completeness().isComplete();
            value = null;
            for (SnippetEvent event : shell.eval(whole ? next.source() : rest)) {
                if (event.causeSnippet() != null) {
                    continue; // an earlier snippet that this one replaces or completes
                }
                remember(event.snippet(), cell, offset);
                CellError error = interrupted ? interruption(cell, offset) : report.of(event, cell, offset);
                if (error != null) {
                    return Evaluation.failed(error);
                }
                value = valueOf(event);
            }
            rest = whole ? next.remaining().stripLeading() : "";
        }
        return Evaluation.of(value);
    }

    private void remember(Snippet snippet, CellSource cell, int offset) {
        places.putIfAbsent(snippet.id(), new SnippetPlace(cell, cell.lineAt(offset)));
    }

    private @Nullable Object valueOf(SnippetEvent event) {
        Object value = control.takeValue();
        return switch (event.snippet().subKind()) {
            case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, ASSIGNMENT_SUBKIND, OTHER_EXPRESSION_SUBKIND -> value;
            default -> null;
        };
    }

    private static CellError interruption(CellSource cell, int offset) {
        return ErrorReport.plain("Interrupted", "stopped; what ran so far is kept", cell.place(cell.lineAt(offset)));
    }

    private static ExecutionControlProvider provider(ValueControl control) {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "noisebook";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return control;
            }
        };
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
