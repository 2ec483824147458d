package noisebook.bench;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import noisebook.tensor.Compute;

/** How long whole programs take, from their start to their end. */
public final class StartBench {
    private StartBench() {}

    /** Makes a tensor, adds it up and ends. */
    public static final class FirstTensor {
        private FirstTensor() {}

        /** Prints 784. */
        public static void main(String[] args) {
            try (NDManager manager = Compute.newManager()) {
                System.out.println(manager.ones(new Shape(28, 28)).sum().getFloat());
            }
        }
    }

    /** The command that runs {@link FirstTensor} as this program runs: the same JVM, options and libraries. */
    public static List<String> firstTensor() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FirstTensor.class.getName()));
        return command;
    }

    /**
     * Runs a command several times, after once that does not count.
     *
     * @param command the program and its arguments
     * @param times how often
     * @return how long it took, in milliseconds, ascending
     * @throws IOException if it does not start, or fails
     */
    public static double[] time(List<String> command, int times) throws IOException {
        run(command);
        double[] milliseconds = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            run(command);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds;
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int exitCode = process.onExit().join().exitValue();
        if (exitCode != 0) {
            throw new IOException(String.join(" ", command) + " ended with exit code " + exitCode);
        }
    }
}
