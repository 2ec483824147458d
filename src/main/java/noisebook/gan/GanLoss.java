package noisebook.gan;

import ai.djl.ndarray.NDArray;
import java.util.List;
import noisebook.tensor.Gradients;
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

    /**
     * How steep D is at the real samples, {@code ½ E ‖∇_x D(x)‖²}: added to D's loss with a weight γ it ends the circling round the saddle point (Mescheder et al. 2018,
     * eq. 9, "R1"). D must judge each sample by itself, without statistics of the batch.
     *
     * @param real samples that want a gradient, (N, …)
     * @param realLogits what D says of them, (N, 1)
     * @return a scalar that can itself be differentiated by D's weights
     */
    public static NDArray r1(NDArray real, NDArray realLogits) {
        NDArray slopes = Gradients.recorded(realLogits.sum(), List.of(real)).head();
        return Ops.scale(slopes.square().sum(), .5 / real.size(0));
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
