package noisebook.vae;

import ai.djl.ndarray.NDArray;
import noisebook.tensor.Ops;
import noisebook.train.Loss;

/**
 * The negative evidence lower bound (Kingma and Welling 2014, eq. 3 and 10), with its two terms apart, in nats per image:
 *
 * <pre>−ELBO = E_q(z|x)[−log p(x|z)] + klWeight · KL(q(z|x) ‖ N(0, I))</pre>
 *
 * Pixels are Bernoulli variables, summed over the image and averaged over the batch. A klWeight other than 1 is the β of Higgins et al. (2017).
 */
public final class VaeLoss {
    /** The term {@code −log p(x|z)} in logs and charts. */
    public static final String RECONSTRUCTION = "reconstruction";
    /** The term {@code KL(q(z|x) ‖ N(0, I))} in logs and charts. */
    public static final String KL = "KL";

    private static final int[] EACH = {1};

    private VaeLoss() {}

    /**
     * The loss of a model with one code an image.
     *
     * @param x (N, 1, 28, 28) in [0, 1]
     * @param epsilon from N(0, I), (N, latentDim)
     * @param klWeight at least 0
     */
    public static Loss of(Vae model, NDArray x, NDArray epsilon, double klWeight) {
        Posterior posterior = model.encode(x);
        NDArray logits = model.decode(posterior.sample(epsilon));
        NDArray reconstruction = reconstruction(logits, x);
        NDArray kl = kl(posterior);
        NDArray total = reconstruction.add(Ops.scale(kl, klWeight)).mean();
        return Loss.of(total, RECONSTRUCTION, reconstruction.mean(), KL, kl.mean());
    }

    /** {@code −log p(x|z)} of each image, (N): Bernoulli cross-entropy of logits and pixels of one shape (N, …), summed over the image. */
    static NDArray reconstruction(NDArray logits, NDArray x) {
        NDArray pixels = Ops.binaryCrossEntropy(logits, x);
        return pixels.reshape(pixels.getShape().get(0), -1).sum(EACH);
    }

    /** {@code ½ Σ (mu² + sigma² − 1 − log sigma²)} of each image, (N), summed over the dimensions of its code. */
    static NDArray kl(Posterior posterior) {
        NDArray logVariance = posterior.logVariance();
        NDArray terms = posterior.mu().square().add(logVariance.exp()).sub(1).sub(logVariance);
        return Ops.scale(terms.sum(EACH), .5);
    }
}
