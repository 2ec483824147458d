package noisebook.vae;

/**
 * The negative ELBO of a set of images with its terms apart, in nats per image: an upper bound of {@code −log p(x)}.
 *
 * @param reconstruction {@code −log p(x|z)}
 * @param kl {@code KL(q(z|x) ‖ N(0, I))}
 */
public record NegativeElbo(double reconstruction, double kl) {
    /** The bound itself. */
    public double total() {
        return reconstruction + kl;
    }
}
