package noisebook.train;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.function.Supplier;
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

    /** The same with factors rounded where the processor can, {@link Autocast#bfloat16()} for one; what the network does after the training is exact. */
    default Objective in(Supplier<Autocast> rounding) {
        return (batch, random) -> {
            try (Autocast autocast = rounding.get()) {
                return evaluate(batch, random);
            }
        };
    }
}
