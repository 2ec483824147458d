package noisebook.diffusion;

import ai.djl.ndarray.NDArray;

/**
 * The DDPM loss: the mean squared error of the predicted noise,
 * {@code L = mean (ε − ε_θ(√ᾱ_t x_0 + √(1 − ᾱ_t) ε, t))²} (Ho et al. 2020, eq. 14 and algorithm 1).
 *
 * <p>Its randomness, t uniform in 1..T and ε standard normal, is an argument. A model that always answers 0 has loss 1.
 */
public final class DdpmLoss {
    private final ForwardProcess process;

    private DdpmLoss(ForwardProcess process) {
        this.process = process;
    }

    /** The loss under a forward process. */
    public static DdpmLoss of(ForwardProcess process) {
        return new DdpmLoss(process);
    }

    /**
     * The loss of one batch.
     *
     * @param x0 clean samples (N, …); images have pixels in [−1, 1]
     * @param t (N), float32, in [1, T]
     * @param epsilon standard normal, the shape of {@code x0}
     * @return a scalar
     */
    public NDArray loss(Denoiser model, NDArray x0, NDArray t, NDArray epsilon) {
        NDArray xt = process.diffuse(x0, t, epsilon);
        return model.predictEpsilon(xt, t).sub(epsilon).square().mean();
    }
}
