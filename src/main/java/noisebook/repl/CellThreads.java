package noisebook.repl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import jdk.jshell.spi.ExecutionControl.StoppedException;
import org.jspecify.annotations.Nullable;

/** The thread of one snippet, and those it starts, which may outlive it. */
final class CellThreads extends ThreadGroup {
    /** From Java 20 a thread cannot be stopped from outside; {@link CellBytecode} lets cells stop themselves there. */
    static final boolean CAN_STOP_THREADS = Runtime.version().feature() < 20;

    /** What came of a snippet. Not part of the group, which Java 17 keeps for good. */
    private static final class Outcome {
        private volatile boolean done;
        private volatile @Nullable Object value;
        private volatile @Nullable Throwable failure;
    }

    private volatile boolean stopped;

    /** Threads of the cell with this name. */
    CellThreads(String cell) {
        super(cell);
    }

    static Optional<CellThreads> ofCurrentThread() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group != null && !(group instanceof CellThreads)) {
            group = group.getParent();
        }
        return Optional.ofNullable((CellThreads) group);
    }

    boolean isStopped() {
        return stopped;
    }

    /** Runs the snippet on a new thread and waits for its end. */
    @Nullable
    Object run(@Nullable ClassLoader loader, Method snippet) throws InvocationTargetException, StoppedException {
        Outcome outcome = new Outcome();
        Thread thread = new Thread(this, () -> call(snippet, outcome), getName());
        thread.setContextClassLoader(loader);
        thread.start();
        awaitEnd(thread);
        if (outcome.done) {
            return outcome.value;
        }
        Throwable thrown = outcome.failure;
        if (thrown == null || thrown instanceof CellStopped || thrown instanceof ThreadDeath) {
            throw new StoppedException();
        }
        throw new InvocationTargetException(thrown);
    }

    private static void call(Method snippet, Outcome outcome) {
        try {
            outcome.value = snippet.invoke(null);
            outcome.done = true;
        } catch (InvocationTargetException e) {
            outcome.failure = e.getCause();
            HeapReserve.releaseIfFull(e);
        } catch (Throwable e) { // such as a stop that comes late
            outcome.failure = e;
            HeapReserve.releaseIfFull(e);
        }
    }

    private void awaitEnd(Thread thread) {
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupt();
            }
        }
    }

    /** Ends the cell and what it started, whether or not they listen to interrupts. */
    @SuppressWarnings(
            "deprecation") // Thread.stop is the only way to end a loop inside a library, where it still exists
    void stopAll() {
        stopped = true;
        CellGuard.watch(true);
        interrupt();
        if (CAN_STOP_THREADS) {
            Thread[] threads = new Thread[activeCount() + 8];
            int count = enumerate(threads);
            Arrays.stream(threads, 0, count).forEach(Thread::stop);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable e) {
        HeapReserve.releaseIfFull(e);
        if (!(e instanceof CellStopped)) {
            super.uncaughtException(thread, e);
        }
    }
}
