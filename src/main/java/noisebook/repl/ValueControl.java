package noisebook.repl;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Executes snippets in this JVM, each on a thread of its own, and keeps the object a snippet returned, where JShell would
 * keep its text only.
 */
final class ValueControl extends DirectExecutionControl {
    private final ReentrantLock compiler = new ReentrantLock();
    private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader(); // set by super()
    private String cell = "";
    private volatile @Nullable CellThreads running;
    private volatile @Nullable Object value;

    private ValueControl() {}

    /** A control, whose class loader does not stay behind in the calling thread. */
    static ValueControl create() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            return new ValueControl();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Held by whoever uses the compiler; free while a snippet runs. */
    ReentrantLock compiler() {
        return compiler;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(Arrays.stream(classes)
                .map(one -> new ClassBytecodes(one.name(), CellBytecode.guarded(one.bytecodes())))
                .toArray(ClassBytecodes[]::new));
    }

    /** Names the cell whose snippets run from now on. */
    void startCell(String name) {
        cell = name;
    }

    /** Runs a snippet. Returns an empty text, so that JShell does not call {@code toString} of the value. */
    @Override
    protected String invoke(Method doit) throws Exception {
        CellThreads threads = new CellThreads(cell);
        CellGuard.watch(false);
        running = threads;
        value = null;
        compiler.unlock();
        try {
            value = threads.run(loader, doit);
            return "";
        } finally {
            running = null;
            compiler.lock();
        }
    }

    /** Takes the last value, and forgets it. */
    @Nullable
    Object takeValue() {
        Object taken = value;
        value = null;
        return taken;
    }

    /** Interrupts the thread of the running snippet, if one runs. */
    void interruptSnippet() {
        CellThreads threads = running;
        if (threads != null) {
            threads.interrupt();
        }
    }

    /** Stops the running snippet by force. */
    @Override
    public void stop() {
        CellThreads threads = running;
        if (threads != null) {
            threads.stopAll();
        }
    }
}
