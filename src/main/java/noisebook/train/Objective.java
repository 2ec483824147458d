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

    /**
     * The loss of one batch at a step of the run. Most objectives are the same at all of them; see {@link #ofStep}.
     *
     * @param step 0-based, the same for all batches of a step
     */
    default Loss at(int step, NDList batch, NDManager random) {
        return evaluate(batch, random);
    }

    /** An objective that changes along the run: a term that fades in, or a penalty that comes with every sixteenth step only. */
    static Objective ofStep(Stepwise objective) {
        return new Objective() {
            @Override
            public Loss evaluate(NDList batch, NDManager random) {
                return at(0, batch, random);
            }

            @Override
            public Loss at(int step, NDList batch, NDManager random) {
                return objective.at(step, batch, random);
            }
        };
    }

    /** What {@link #ofStep} takes. */
    @FunctionalInterface
    interface Stepwise {
        /** Computes the loss, as {@link Objective#at}. */
        Loss at(int step, NDList batch, NDManager random);
    }

    /** The same with factors rounded where the processor can, {@link Autocast#bfloat16()} for one; what the network does after the training is exact. */
    default Objective in(Supplier<Autocast> rounding) {
        return ofStep((step, batch, random) -> {
            try (Autocast autocast = rounding.get()) {
                return at(step, batch, random);
            }
        });
    }
}
