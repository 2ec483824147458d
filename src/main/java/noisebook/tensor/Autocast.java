package noisebook.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Convolutions in bfloat16, on this thread, until closed: factors are rounded to 8 binary digits, products are summed in float32. It takes a
 * processor with instructions for it (AVX-512 BF16 or AMX), where it is some three times as fast; on others nothing changes.
 *
 * <pre>{@code
 * try (Autocast fast = Autocast.bfloat16()) {
 *     NDArray features = convolution.forward(x); // float32 again
 * }
 * }</pre>
 */
public final class Autocast implements AutoCloseable {
    private static final ThreadLocal<Boolean> ACTIVE = ThreadLocal.withInitial(() -> false);
    private static final boolean SUPPORTED = !Compute.device().isGpu() && processorMultipliesBfloat16();

    private final boolean before = ACTIVE.get();

    private Autocast() {}

    /** Rounds the factors of convolutions from here on, if that is fast here. */
    public static Autocast bfloat16() {
        Autocast autocast = new Autocast();
        ACTIVE.set(SUPPORTED);
        return autocast;
    }

    /** Whether {@link #bfloat16} does anything on this machine. */
    public static boolean supported() {
        return SUPPORTED;
    }

    /** Whether convolutions are rounded now. */
    public static boolean active() {
        return ACTIVE.get();
    }

    private static boolean processorMultipliesBfloat16() {
        try {
            String processor = Files.readString(Path.of("/proc/cpuinfo"));
            return processor.contains(" avx512_bf16") || processor.contains(" amx_bf16");
        } catch (IOException e) {
            return false; // not Linux: float32 is never wrong
        }
    }

    @Override
    public void close() {
        ACTIVE.set(before);
    }
}
