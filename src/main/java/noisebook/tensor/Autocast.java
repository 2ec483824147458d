package noisebook.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Convolutions or matrix products in bfloat16, on this thread, until closed: factors are rounded to 8 binary digits, products are summed in
 * float32. It takes a processor with instructions for it (AVX-512 BF16 or AMX), where it is some three times as fast; on others nothing changes.
 *
 * <pre>{@code
 * try (Autocast fast = Autocast.bfloat16()) {
 *     NDArray features = convolution.forward(x); // float32 again
 * }
 * }</pre>
 */
public final class Autocast implements AutoCloseable {
    private enum Mode {
        UNSAID,
        CHANNELS_LAST,
        PLANES,
        MATRICES,
        EXACT
    }

    private static final ThreadLocal<Mode> MODE = ThreadLocal.withInitial(() -> Mode.UNSAID);
    private static final boolean SUPPORTED = !Compute.device().isGpu() && processorMultipliesBfloat16();

    private final Mode before = MODE.get();

    private Autocast(Mode wanted) {
        if (before != Mode.EXACT) {
            MODE.set(wanted);
        }
    }

    /** Rounds the factors of convolutions from here on, if that is fast here; their results lie in memory pixel by pixel. */
    public static Autocast bfloat16() {
        return new Autocast(SUPPORTED ? Mode.CHANNELS_LAST : Mode.UNSAID);
    }

    /**
     * The same with results that lie channel by channel. Convolutions are slower so, but group normalisation, which is five times as
     * slow on pixel by pixel, makes up for it.
     */
    public static Autocast bfloat16Planes() {
        return new Autocast(SUPPORTED ? Mode.PLANES : Mode.UNSAID);
    }

    /** Rounds the factors of matrix products instead, where both sides of the matrix are long; a code of two numbers stays exact. */
    public static Autocast bfloat16Matrices() {
        return new Autocast(SUPPORTED ? Mode.MATRICES : Mode.UNSAID);
    }

    /** Rounds nothing from here on, even where a network asks for it: for comparisons of numbers. */
    public static Autocast exact() {
        return new Autocast(Mode.EXACT);
    }

    /** Whether {@link #bfloat16} does anything on this machine. */
    public static boolean supported() {
        return SUPPORTED;
    }

    /** Whether convolutions are rounded now. */
    public static boolean active() {
        return MODE.get() == Mode.CHANNELS_LAST || MODE.get() == Mode.PLANES;
    }

    /** Whether the products of long matrices are rounded now. */
    public static boolean matrices() {
        return MODE.get() == Mode.MATRICES;
    }

    /** Whether rounded convolutions leave their results pixel by pixel. */
    static boolean channelsLast() {
        return MODE.get() == Mode.CHANNELS_LAST;
    }

    private static boolean processorMultipliesBfloat16() {
        String limit =
                System.getenv().getOrDefault("ONEDNN_MAX_CPU_ISA", "DEFAULT").toUpperCase(Locale.ROOT);
        if (!limit.equals("DEFAULT") && !limit.matches("AVX512_CORE_(BF16|FP16|AMX.*)|AVX10.*")) {
            return false;
        }
        try {
            String processor = Files.readString(Path.of("/proc/cpuinfo"));
            return processor.contains(" avx512_bf16") || processor.contains(" amx_bf16");
        } catch (IOException e) {
            return false; // not Linux: float32 is never wrong
        }
    }

    @Override
    public void close() {
        MODE.set(before);
    }
}
