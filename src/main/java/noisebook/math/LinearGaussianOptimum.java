package noisebook.math;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The ε-MSE of the best affine denoiser, which knows only mean and covariance of the data: along a principal axis of variance λ the
 * noise is left uncertain by {@code ᾱ λ / (ᾱ λ + 1 − ᾱ)} of its unit variance. It is exact for Gaussian data; a network must get below
 * it to have learnt more than the covariance.
 */
public final class LinearGaussianOptimum {
    private LinearGaussianOptimum() {}

    /**
     * At one level of noise.
     *
     * @param eigenvalues of the data's covariance, in the units the network sees (pixels in [-1, 1] have four times the variance of
     *     pixels in [0, 1])
     * @param alphaBar in [0, 1]
     * @return squared error per dimension, in [0, 1]
     */
    public static double epsilonMse(double[] eigenvalues, double alphaBar) {
        Require.atLeast(1, eigenvalues, "eigenvalues");
        return Arrays.stream(eigenvalues)
                .map(lambda -> lambda == 0 ? 0 : alphaBar * lambda / (alphaBar * lambda + 1 - alphaBar))
                .average()
                .orElseThrow();
    }

    /** Averaged over t uniform in 1..T, as in training. */
    public static double epsilonMse(double[] eigenvalues, NoiseSchedule schedule) {
        return IntStream.rangeClosed(1, schedule.timesteps())
                .mapToDouble(t -> epsilonMse(eigenvalues, schedule.alphaBar(t)))
                .average()
                .orElseThrow();
    }
}
