package noisebook.train;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The loss became NaN or infinite: the run stops, the last good checkpoint stays. */
public final class TrainingDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrainingDivergedException(int step, String loss, double value, double learningRate, @Nullable Path lastCheckpoint) {
        super("the loss '" + loss + "' became " + value + " by step " + step
                + "; likely causes: a learning rate too high (it is "
                + learningRate + "), a log or division of zero in the loss, NaN in the data, "
                + "or a processor that computes convolutions wrong, which ./noisebook doctor tells; "
                + (lastCheckpoint == null
                        ? "no checkpoint was written"
                        : "the last good checkpoint is " + lastCheckpoint));
    }
}
