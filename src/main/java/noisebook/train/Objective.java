package noisebook.train;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import noisebook.tensor.Autocast;

/** What a model minimises: the loss of one batch. */
@FunctionalInterface
public interface Objective {
    /**
     * Computes the loss; noise and timesteps are drawn here from {@code random} and handed to the loss formula as arguments.
     *
     * @param batch tensors of the batch, such as images and labels
     * @param random a manager whose random numbers are seeded for this step
     */
    Loss evaluate(NDList batch, NDManager random);

    /** The same with convolutions in bfloat16 where the processor can ({@link Autocast}); what the network does after the training is exact. */
    default Objective inBfloat16() {
        return (batch, random) -> {
            try (Autocast autocast = Autocast.bfloat16()) {
                return evaluate(batch, random);
            }
        };
    }
}
