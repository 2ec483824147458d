package noisebook.distill;

import ai.djl.ndarray.NDArray;
import noisebook.denoising.Condition;
import noisebook.nn.Network;

/** Judges a step of a chain of noising. */
public abstract class StepDiscriminator extends Network {
    /**
     * High where x_{t−1} can be what lay before x_t.
     *
     * @param before x_{t−1}, (N, …)
     * @param xt the same shape
     * @param t (N), float32, in 1..T
     * @param about what the samples show
     * @return logits, (N, 1)
     */
    public abstract NDArray logits(NDArray before, NDArray xt, NDArray t, Condition about);
}
