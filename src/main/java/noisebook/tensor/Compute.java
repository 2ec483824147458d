package noisebook.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.Locale;

/**
 * The engine, its device and its threads: the one place that chooses them.
 *
 * <p>{@code NOISEBOOK_DEVICE} ({@code cpu} or {@code gpu}; the first GPU found otherwise) and {@code NOISEBOOK_THREADS} (all cores
 * otherwise; 1 on a shared machine, where two threads waiting for each other are slower than one) override the choice.
 */
public final class Compute {
    private static final Engine ENGINE = start();
    private static final Device DEVICE = chooseDevice();
    private static final NDManager SYSTEM = ENGINE.newBaseManager(DEVICE);

    private Compute() {}

    private static Engine start() {
        System.setProperty("OPT_OUT_TRACKING", "true"); // DJL calls home otherwise
        String threads = System.getenv("NOISEBOOK_THREADS");
        if (threads != null) {
            System.setProperty("ai.djl.pytorch.num_threads", threads);
        }
        NativeProcess.keepFreedMemory();
        Engine engine = Engine.getEngine("PyTorch");
        NativeProcess.silenceTorch();
        return engine;
    }

    private static Device chooseDevice() {
        String wanted = System.getenv().getOrDefault("NOISEBOOK_DEVICE", "").toLowerCase(Locale.ROOT);
        boolean found = ENGINE.getGpuCount() > 0;
        return switch (wanted) {
            case "" -> found ? Device.gpu() : Device.cpu();
            case "cpu" -> Device.cpu();
            case "gpu" -> {
                if (!found) {
                    throw new IllegalStateException("NOISEBOOK_DEVICE=gpu, but no GPU was found: build with -Dgpu on a "
                            + "machine with an NVIDIA driver, or set NOISEBOOK_DEVICE=cpu");
                }
                yield Device.gpu();
            }
            default -> throw new IllegalArgumentException("NOISEBOOK_DEVICE must be cpu or gpu, was '" + wanted + "'");
        };
    }

    /** A manager for tensors on the chosen device; the caller closes it, and its tensors with it. */
    public static NDManager newManager() {
        return SYSTEM.newSubManager(DEVICE);
    }

    static NDManager systemManager() {
        return SYSTEM;
    }

    /** The device that every tensor lives on. */
    public static Device device() {
        return DEVICE;
    }

    /** One line for the head of a lesson: engine, version, device, threads. */
    public static String describe() {
        String where = DEVICE.isGpu()
                ? "GPU " + DEVICE.getDeviceId()
                : "CPU, " + threads() + (threads() == 1 ? " thread" : " threads");
        return ENGINE.getEngineName() + " " + ENGINE.getVersion() + " on " + where;
    }

    /** How many threads one operation may use on the CPU. */
    public static int threads() {
        return Torch.threads();
    }

    /** How many tensors are alive below the system manager; a test holds it flat. */
    public static int liveTensors() {
        return SYSTEM.getManagedArrays().size();
    }

    /**
     * Gives native memory that is free back to the system. It is kept for the next training step otherwise; call this where heavy work ends.
     */
    public static void returnFreedMemory() {
        NativeProcess.returnFreedMemory();
    }

    /**
     * Seeds the engine's random numbers. {@code seed} and {@code stream} are mixed, so that step 1 of seed 2 differs from step 2 of seed 1.
     *
     * @param seed the run's seed
     * @param stream which of the run's independent streams follows, such as the training step
     */
    public static void seed(long seed, long stream) {
        ENGINE.setRandomSeed((int) mix(seed * 0x9E3779B97F4A7C15L + stream));
    }

    /** The finalizer of SplitMix64 (Steele et al. 2014). */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
