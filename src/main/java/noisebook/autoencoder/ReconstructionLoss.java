package noisebook.autoencoder;

import ai.djl.ndarray.NDArray;
import noisebook.data.Images;
import noisebook.nn.Layer;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/** How far a reconstruction is from its image: a differentiable scalar, 0 when they are equal. */
@FunctionalInterface
public interface ReconstructionLoss {
    /**
     * The mean over the batch.
     *
     * @param reconstruction (N, 1, 28, 28), float32
     * @param x the images, of the same shape
     * @return a scalar
     */
    NDArray between(NDArray reconstruction, NDArray x);

    /**
     * The loss of reconstructions that come as plain numbers.
     *
     * @param reconstructions as many as there are images, of their size
     */
    default double of(Images reconstructions, Images images) {
        return Scope.floats(
                manager -> between(Tensors.images(manager, reconstructions), Tensors.images(manager, images)))[0];
    }

    /** {@code mean |y − x|}; the best constant answer to a set of images is their median. */
    static ReconstructionLoss l1() {
        return (y, x) -> y.sub(x).abs().mean();
    }

    /** {@code mean (y − x)²}, not halved; the best constant answer to a set of images is their mean. */
    static ReconstructionLoss l2() {
        return (y, x) -> y.sub(x).square().mean();
    }

    /** {@code 1 − SSIM(y, x)}, in [0, 2]: structure in 11 × 11 windows instead of pixels (Wang et al. 2004); see {@link SsimLoss}. */
    static ReconstructionLoss ssim() {
        return SsimLoss::between;
    }

    /**
     * {@code mean (f(y) − f(x))²}: the squared error in what a network f sees (Johnson et al. 2016).
     *
     * @param features f, from (N, 1, 28, 28) to (N, …), differentiable and not trained along
     */
    static ReconstructionLoss perceptual(Layer features) {
        return (y, x) -> features.forward(y)
                .sub(features.forward(x).stopGradient())
                .square()
                .mean();
    }

    /** This loss and {@code weight} times another. */
    default ReconstructionLoss plus(double weight, ReconstructionLoss other) {
        return (y, x) -> between(y, x).add(Ops.scale(other.between(y, x), weight));
    }
}
