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
    private final boolean balanced;

    private DdpmLoss(ForwardProcess process, boolean balanced) {
        this.process = process;
        this.balanced = balanced;
    }

    /** The loss under a forward process, every time alike. */
    public static DdpmLoss of(ForwardProcess process) {
        return new DdpmLoss(process, false);
    }

    /**
     * The loss with the squares of each time divided by ᾱ_t, which makes it the mean squared error of the velocity
     * {@code v = √ᾱ_t ε − √(1 − ᾱ_t) x_0} (Salimans and Ho 2022, section 4). Where x_t is nearly all noise, errors of ε are tiny whatever
     * the model believes about x_0, and yet it is there that the shape of a sample is decided; so divided, they count.
     */
    public static DdpmLoss balanced(ForwardProcess process) {
        return new DdpmLoss(process, true);
    }

    ForwardProcess process() {
        return process;
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
        NDArray error = model.predictEpsilon(xt, t).sub(epsilon);
        return (balanced ? error.div(process.signal(t, x0)) : error).square().mean();
    }
}
