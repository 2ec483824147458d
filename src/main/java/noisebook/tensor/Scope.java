package noisebook.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A stretch of work whose tensors all die at its end, on this thread; the way every training step and every sampler cleans up.
 *
 * <p>Tensors that must outlive it are made with {@link #keep}.
 */
public final class Scope implements AutoCloseable {
    private final NDManager manager = Compute.newManager();
    private final NDScope arrays = new NDScope();

    private Scope() {}

    /** Opens a scope; use it in a try-with-resources block. */
    public static Scope open() {
        return new Scope();
    }

    /** The manager for tensors made from data or random numbers inside this scope. */
    public NDManager manager() {
        return manager;
    }

    /** Runs {@code body} without gradients and turns its result into Java floats, row-major. */
    public static float[] floats(Function<NDManager, NDArray> body) {
        try (GradMode off = GradMode.off();
                Scope scope = open()) {
            return body.apply(scope.manager).toFloatArray();
        }
    }

    /**
     * Makes a tensor and closes all others that were made on the way: what a layer returns outlives what it computed, which goes at once
     * instead of at the end of the step. A recorded graph keeps what its backward pass needs, except tensors made from Java arrays: make
     * those outside.
     */
    public static NDArray tidy(Supplier<NDArray> make) {
        NDArray made = keep(make);
        NDScope.register(made); // with the scope around
        return made;
    }

    /** Makes a tensor that no open scope will close: a parameter, a state, a data set. Its manager owns it alone. */
    public static NDArray keep(Supplier<NDArray> make) {
        return keepAll(() -> new NDList(make.get())).head();
    }

    /** Makes tensors that no open scope will close; see {@link #keep}. */
    public static NDList keepAll(Supplier<NDList> make) {
        try (NDScope guard = new NDScope()) {
            NDList made = make.get();
            NDScope.unregister(made);
            guard.suppressNotUsedWarning();
            return made;
        }
    }

    @Override
    public void close() {
        arrays.close();
        manager.close();
    }
}
