package noisebook.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The program Jupyter starts: {@code java … noisebook.kernel.KernelMain CONNECTION-FILE}. */
public final class KernelMain {
    private static final int PATIENCE_SECONDS = 5;

    private KernelMain() {}

    /**
     * Runs a kernel until a front end ends it, or the process that started it is gone.
     *
     * @param args the connection file
     */
    public static void main(String[] args) throws InterruptedException {
        if (args.length != 1) {
            System.err.println("noisebook kernel: give one connection file, as Jupyter does");
            System.exit(2);
        }
        try {
            run(Path.of(args[0]));
            System.exit(0);
        } catch (IOException e) {
            System.err.println("noisebook kernel: " + e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Runs a kernel until a front end ends it, or the process that started it is gone.
     *
     * @param connectionFile says where to listen
     * @throws IOException if the file cannot be read or an address not be bound
     * @throws InterruptedException if this thread is interrupted
     */
    public static void run(Path connectionFile) throws IOException, InterruptedException {
        Kernel kernel = Kernel.start(Connection.read(connectionFile), History.of(History.userFile()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(kernel), "noisebook-leave"));
        Parent.onExit(() -> System.exit(0));
        kernel.awaitShutdown();
    }

    /** Closes the kernel when the JVM ends, in order if front ends let it, but soon in any case. */
    private static void leave(Kernel kernel) {
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .execute(() -> Runtime.getRuntime().halt(1));
        kernel.close();
    }
}
