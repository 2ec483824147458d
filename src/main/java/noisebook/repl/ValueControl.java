package noisebook.repl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.execution.LocalExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Executes snippets in this JVM and keeps the object a snippet returned, where JShell would keep its text only.
 *
 * <p>JShell invokes one static method per snippet, on a thread of its own. This class hands it a trampoline instead, which
 * calls that method, keeps its result and knows its thread, so that the thread can be interrupted.
 */
final class ValueControl extends LocalExecutionControl {
    private static final InheritableThreadLocal<ValueControl> CALLER = new InheritableThreadLocal<>();
    private static final Method TRAMPOLINE = trampoline();

    private final ReentrantLock compiler = new ReentrantLock();
    private volatile @Nullable Method snippet;
    private volatile @Nullable Object value;
    private volatile @Nullable Thread running;

    @Override
    protected String invoke(Method doit) throws Exception {
        snippet = doit;
        value = null;
        CALLER.set(this);
        compiler.unlock();
        try {
            return super.invoke(TRAMPOLINE);
        } finally {
            compiler.lock();
            CALLER.remove();
        }
    }

    /** Held by whoever uses the compiler; free while a snippet runs. */
    ReentrantLock compiler() {
        return compiler;
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
        Thread thread = running;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Called by JShell on the snippet's thread. Returns nothing, so that JShell does not call {@code toString} of the value. */
    @SuppressWarnings("UnusedMethod") // by reflection, see TRAMPOLINE
    private static void callSnippet() throws Throwable {
        ValueControl caller = CALLER.get();
        CALLER.remove();
        caller.call();
    }

    private void call() throws Throwable {
        Method doit = snippet;
        if (doit == null) {
            return;
        }
        running = Thread.currentThread();
        try {
            value = doit.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            running = null;
        }
    }

    private static Method trampoline() {
        try {
            Method method = ValueControl.class.getDeclaredMethod("callSnippet");
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
