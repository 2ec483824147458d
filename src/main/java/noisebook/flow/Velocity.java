package noisebook.flow;

import ai.djl.ndarray.NDArray;

/** What the loss and the sampler need of a model: the direction in which a sample moves at time t. */
@FunctionalInterface
public interface Velocity {
    /** Labels run from 0 to 9; this one asks for no class in particular. */
    int NONE = 10;

    /**
     * The velocity {@code dx_t/dt}, from data at t = 0 to noise at t = 1.
     *
     * @param xt (N, 1, 28, 28), float32
     * @param t (N), float32, in [0, 1]
     * @param labels (N), int64, in [0, {@link #NONE}]
     * @return the shape of {@code xt}
     */
    NDArray at(NDArray xt, NDArray t, NDArray labels);
}
