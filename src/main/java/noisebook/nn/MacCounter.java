package noisebook.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.function.Function;
import noisebook.tensor.GradMode;
import noisebook.tensor.Scope;

/** Counts multiply-accumulates per sample of a forward pass by running it: linear and convolutional layers report theirs. */
public final class MacCounter {
    private static final ThreadLocal<long[]> COUNT = ThreadLocal.withInitial(() -> new long[1]);

    private MacCounter() {}

    static void add(long macsPerSample) {
        COUNT.get()[0] += macsPerSample;
    }

    /** Multiply-accumulates per sample of {@code forward}, whose batch may have any size. */
    public static long count(Function<NDManager, NDArray> forward) {
        long before = COUNT.get()[0];
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            NDArray unused = forward.apply(scope.manager());
        }
        return COUNT.get()[0] - before;
    }
}
