package noisebook.repl;

import org.jspecify.annotations.Nullable;

/**
 * Heap that is held back while cells run and given up when one of them has filled the rest, so that its error can be told,
 * and the next cell, which may free memory, be compiled.
 */
public final class HeapReserve {
    private static final int BYTES = 16 << 20; // what compiling a line takes, on 25 too

    private static byte @Nullable [] held;
    private static boolean givenUp;

    private HeapReserve() {}

    /** Holds memory back before a cell, unless the heap is full still. */
    static synchronized void hold() {
        if (held != null) {
            return;
        }
        if (givenUp) {
            System.gc(); // else garbage counts as used, and the next full heap would find no reserve
        }
        Runtime jvm = Runtime.getRuntime();
        if (jvm.maxMemory() - jvm.totalMemory() + jvm.freeMemory() > 4L * BYTES) {
            held = new byte[BYTES];
            givenUp = false;
        }
    }

    /** Gives the memory up if the heap is full. To be called at once when something is caught, before anything is made of it. */
    public static void releaseIfFull(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                release();
                return;
            }
        }
    }

    private static synchronized void release() {
        givenUp |= held != null;
        held = null;
    }
}
