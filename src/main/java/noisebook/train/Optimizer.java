package noisebook.train;

import noisebook.math.Require;

/**
 * What turns gradients into changes of the weights.
 *
 * @param muonForFilters whether the filters of convolutions are changed by Muon (Jordan et al. 2024), with a momentum of .95; all other weights
 *     are changed by Adam (Kingma and Ba 2015)
 * @param beta1 Adam's decay of the first moment, in [0, 1)
 * @param beta2 Adam's decay of the second moment, in [0, 1)
 */
public record Optimizer(boolean muonForFilters, double beta1, double beta2) {
    /** Checks every value. */
    public Optimizer {
        Require.that(beta1 >= 0 && beta1 < 1, "beta1 must be in [0, 1)", beta1);
        Require.that(beta2 >= 0 && beta2 < 1, "beta2 must be in [0, 1)", beta2);
    }

    /** Adam for all weights. */
    public static Optimizer adam(double beta1, double beta2) {
        return new Optimizer(false, beta1, beta2);
    }

    /** Muon for the filters of convolutions, Adam for all other weights: a step of a small U-Net takes about a seventh longer and lowers the loss further. */
    public static Optimizer muon(double beta1, double beta2) {
        return new Optimizer(true, beta1, beta2);
    }
}
