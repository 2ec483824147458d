package noisebook.denoising;

import ai.djl.ndarray.NDArray;

/** Watches a walk from noise to data; called before each step on the sampling thread. */
@FunctionalInterface
public interface SamplingListener {
    /** Nobody watches. */
    SamplingListener NONE = (step, steps, t, xt, x0) -> {};

    /**
     * The model has answered.
     *
     * @param step 0-based
     * @param steps in all
     * @param t the time of {@code xt}
     * @param xt the samples before this step, (N, …); valid during the call
     * @param x0 the model's guess of the clean samples, the same shape; valid during the call
     */
    void onStep(int step, int steps, double t, NDArray xt, NDArray x0);

    /** This listener and then another. */
    default SamplingListener and(SamplingListener next) {
        return (step, steps, t, xt, x0) -> {
            onStep(step, steps, t, xt, x0);
            next.onStep(step, steps, t, xt, x0);
        };
    }
}
