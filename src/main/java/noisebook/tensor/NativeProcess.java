package noisebook.tensor;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/** What only the C library can do for this process. */
final class NativeProcess {
    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_TOP_PAD = -2;
    private static final int M_MMAP_THRESHOLD = -3;
    private static final int M_ARENA_MAX = -8;
    private static final int STANDARD_ERROR = 2;
    private static final int WRITE_ONLY = 1;

    private NativeProcess() {}

    /** The functions of the C library that are called here. */
    interface CLibrary extends Library {
        /** Sets an allocator parameter; see {@code man 3 mallopt}. */
        int mallopt(int parameter, int value);

        /** Opens a file; see {@code man 2 open}. */
        int open(String path, int flags);

        /** Copies a file descriptor; see {@code man 2 dup}. */
        int dup(int descriptor);

        /** Makes a file descriptor a copy of another; see {@code man 2 dup}. */
        int dup2(int from, int to);

        /** Closes a file descriptor; see {@code man 2 close}. */
        int close(int descriptor);
    }

    /**
     * Tells glibc to keep freed blocks for the next training step: a step frees and allocates the same megabytes again, and giving them back
     * each time costs 6–8 % of a U-Net step in page faults. All threads share what is kept: with an arena each, every thread that once ran a
     * model would hold on to a peak of its own.
     */
    static void keepFreedMemory() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            CLibrary c = Native.load("c", CLibrary.class);
            c.mallopt(M_MMAP_THRESHOLD, 32 << 20);
            c.mallopt(M_TRIM_THRESHOLD, Integer.MAX_VALUE);
            c.mallopt(M_TOP_PAD, 64 << 20);
            c.mallopt(M_ARENA_MAX, 1);
        } catch (LinkageError e) {
            // musl has no mallopt: the allocator stays as it is, only slower
        }
    }

    /** Sends what native code writes to standard error nowhere, until closed. */
    static Muted muteStandardError() {
        if (Platform.isWindows()) {
            return () -> {};
        }
        CLibrary c = Native.load("c", CLibrary.class);
        int kept = c.dup(STANDARD_ERROR);
        int nowhere = c.open("/dev/null", WRITE_ONLY);
        c.dup2(nowhere, STANDARD_ERROR);
        c.close(nowhere);
        return () -> {
            c.dup2(kept, STANDARD_ERROR);
            c.close(kept);
        };
    }

    /** Standard error is muted until this is closed. */
    interface Muted extends AutoCloseable {
        @Override
        void close();
    }
}
