package noisebook.diffusion;

import ai.djl.ndarray.NDArray;

/** What every sampler and the loss need of a model: a guess of the noise inside x_t. */
@FunctionalInterface
public interface Denoiser {
    /**
     * Predicts ε, the standard normal noise in {@code x_t = √ᾱ_t x_0 + √(1 − ᾱ_t) ε}.
     *
     * @param xt (N, …), float32
     * @param t (N), float32 whole numbers in [1, T]
     * @return ε_θ(x_t, t), the shape of {@code xt}
     */
    NDArray predictEpsilon(NDArray xt, NDArray t);
}
