package noisebook.tensor;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What only the C library can do for this process. */
final class NativeProcess {
    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_TOP_PAD = -2;
    private static final int M_MMAP_THRESHOLD = -3;
    private static final int M_PERTURB = -6;
    private static final int ERRORS = 2; // the number of this level in c10/util/Logging.h

    private NativeProcess() {}

    /** The functions of the C library that are called here. */
    interface CLibrary extends Library {
        /** Sets an allocator parameter; see {@code man 3 mallopt}. */
        int mallopt(int parameter, int value);

        /** Gives free blocks back to the system; see {@code man 3 malloc_trim}. */
        int malloc_trim(long keep);
    }

    /**
     * Tells glibc to keep freed blocks for the next training step: a step frees and allocates the same megabytes again, and giving them back
     * each time costs 6–8 % of a U-Net step in page faults. {@link #returnFreedMemory} gives back what is kept.
     *
     * <p>With an arena of its own, every thread that once ran a model, and each cell of a notebook is a thread, would hold on to a peak of
     * its own. That limit is read before any of this runs: the launcher sets {@code MALLOC_ARENA_MAX=1}.
     */
    static void keepFreedMemory() {
        withGlibc(c -> {
            c.mallopt(M_MMAP_THRESHOLD, 32 << 20);
            c.mallopt(M_TRIM_THRESHOLD, Integer.MAX_VALUE);
            c.mallopt(M_TOP_PAD, 64 << 20);
        });
    }

    /** Gives the freed blocks of all threads back to the system. */
    static void returnFreedMemory() {
        withGlibc(c -> c.malloc_trim(0));
    }

    /**
     * Runs something while every block that the C library hands out is full of one byte, as if others had used it before; where there is no
     * glibc, memory holds what it holds.
     *
     * @param filling the byte, 0 to 255: 0xFF makes every float a NaN
     */
    static <T> T withFreshMemory(int filling, Supplier<T> body) {
        int perturb =
                filling ^ 0xFF; // glibc writes the complement; zero would turn it off, so the next bit is set for it
        withGlibc(c -> c.mallopt(M_PERTURB, perturb == 0 ? 0x100 : perturb));
        try {
            return body.get();
        } finally {
            withGlibc(c -> c.mallopt(M_PERTURB, 0));
        }
    }

    /**
     * Keeps PyTorch's warnings off the standard error stream, where they would tear a progress bar, once its library is loaded: a processor
     * without NNPACK is reported with every small convolution. {@code TORCH_CPP_LOG_LEVEL} lets them through.
     */
    static void silenceTorch() {
        if (System.getenv("TORCH_CPP_LOG_LEVEL") == null) {
            try {
                NativeLibrary.getInstance("c10")
                        .getGlobalVariableAddress("FLAGS_caffe2_log_level")
                        .setInt(0, ERRORS);
            } catch (LinkageError e) {
                // another compiler gave it another name: warnings are printed there
            }
        }
    }

    private static void withGlibc(Consumer<CLibrary> call) {
        if (Platform.isLinux()) {
            try {
                call.accept(Native.load("c", CLibrary.class));
            } catch (LinkageError e) {
                // musl lacks the allocator's functions: it is only slower without
            }
        }
    }
}
