package noisebook.vae;

import ai.djl.ndarray.NDArray;
import noisebook.tensor.Ops;

/**
 * What the encoder says about the codes of a batch: {@code q(z|x) = N(mu, diag exp(logVariance))}.
 *
 * @param mu (N, d)
 * @param logVariance (N, d); a logarithm, so that any output of a network is a valid variance
 */
public record Posterior(NDArray mu, NDArray logVariance) {
    /**
     * Reparameterisation (Kingma and Welling 2014, section 2.4): {@code z = mu + sigma · epsilon}. The noise is an input like any other,
     * so gradients flow through z to mu and sigma.
     *
     * @param epsilon from N(0, I), (N, d)
     * @return z, (N, d)
     */
    public NDArray sample(NDArray epsilon) {
        return mu.add(Ops.scale(logVariance, .5).exp().mul(epsilon));
    }
}
