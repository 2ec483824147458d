package noisebook.bench;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Whether memory stays flat while each family trains for long. */
public final class MemoryBench {
    /** Steps after which caches are filled: memory is compared with what it is then. */
    public static final int SETTLED = 500;

    private static final int BATCH = 8; // a step that leaks does so whatever its batch

    private MemoryBench() {}

    /**
     * The memory of a process that trained one model, and had trained those before it in the list.
     *
     * @param early bytes resident after {@value #SETTLED} steps
     * @param late after all of them
     */
    public record Growth(String name, long early, long late) {
        /** Late over early. */
        public double ratio() {
            return (double) late / early;
        }
    }

    /**
     * Trains a model of each family.
     *
     * @param steps of each, a multiple of 5 and more than {@value #SETTLED}
     * @param resident reads the bytes of this process that lie in memory
     * @param progress told what happens
     * @param measured given each result as soon as it is known
     */
    public static void run(int steps, LongSupplier resident, Consumer<String> progress, Consumer<Growth> measured) {
        if (steps <= SETTLED) {
            throw new IllegalArgumentException("steps must be more than " + SETTLED + ", was " + steps);
        }
        if (steps % Workloads.BLOCK != 0) {
            throw new IllegalArgumentException("steps must be a multiple of " + Workloads.BLOCK + ", was " + steps);
        }
        for (Workload workload : Workloads.trainings(BATCH)) {
            progress.accept(workload.name() + ": " + steps + " steps");
            train(workload, SETTLED);
            long early = resident.getAsLong();
            train(workload, steps - SETTLED);
            measured.accept(new Growth(workload.name(), early, resident.getAsLong()));
        }
    }

    private static void train(Workload workload, int steps) {
        double[] unused = workload.time(steps / Workloads.BLOCK - 1); // and one block, which is not timed
    }
}
