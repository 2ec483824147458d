package noisebook.gan;

import ai.djl.ndarray.NDArray;
import noisebook.tensor.Ops;

/**
 * The losses of the game {@code min_G max_D V}, {@code V = E log D(x) + E log(1 − D(G(z)))} (Goodfellow et al. 2014, eq. 1), in nats. All take
 * logits {@code l}, any shape, with {@code D = σ(l)}, and return a scalar, the mean over the batch.
 */
public final class GanLoss {
    private GanLoss() {}

    /** What D minimises, {@code −V}: log 4 when it cannot tell the two apart, 0 when it is always right. */
    public static NDArray discriminator(NDArray realLogits, NDArray fakeLogits) {
        return minusLogReal(realLogits).add(minusLogFake(fakeLogits));
    }

    /** What G minimises in the game as written, {@code E log(1 − D(G(z)))}; flat where D is sure that a sample is fake. */
    public static NDArray saturating(NDArray fakeLogits) {
        return minusLogFake(fakeLogits).neg();
    }

    /** What G minimises in practice, {@code −E log D(G(z))}; steepest where D is sure that a sample is fake. */
    public static NDArray nonSaturating(NDArray fakeLogits) {
        return minusLogReal(fakeLogits);
    }

    /** {@code −E log σ(l)}. */
    private static NDArray minusLogReal(NDArray logits) {
        return Ops.binaryCrossEntropy(logits, logits.onesLike()).mean();
    }

    /** {@code −E log(1 − σ(l))}. */
    private static NDArray minusLogFake(NDArray logits) {
        return Ops.binaryCrossEntropy(logits, logits.zerosLike()).mean();
    }
}
