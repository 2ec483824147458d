package noisebook.math;

import java.util.Arrays;
import org.ejml.simple.SimpleMatrix;

/**
 * The squared Fréchet distance of two Gaussians, {@code ‖m − n‖² + tr A + tr B − 2 tr (A^½ B A^½)^½} (Dowson and Landau 1982), which
 * is the FID when the Gaussians are fitted to features of a network (Heusel et al. 2017).
 *
 * <p>The last trace is the sum of the singular values of {@code FᵀG} for any {@code A = F Fᵀ} and {@code B = G Gᵀ}, so covariances
 * without full rank (fewer samples than dimensions, dead features) are no problem.
 *
 * <p>Fitted to n vectors, it is too large by an amount proportional to 1/n (Chong and Forsyth 2020), for the error of a mean and of a covariance is
 * proportional to 1/√n and counts squared. Compare at equal n only, and small
 * differences not even then: the amount depends on the distribution, so that it is another one for another model. Its unit is that of the vectors, squared.
 */
public final class FrechetDistance {
    private FrechetDistance() {}

    /**
     * Between two Gaussians; at least 0 up to rounding.
     *
     * @throws IllegalArgumentException if their dimensions differ
     */
    public static double between(FittedGaussian a, FittedGaussian b) {
        if (a.dimension() != b.dimension()) {
            throw new IllegalArgumentException(
                    "both Gaussians must have one dimension, were " + a.dimension() + " and " + b.dimension());
        }
        SimpleMatrix factorA = SymmetricEigen.of(a.covariance()).factor();
        SimpleMatrix factorB = SymmetricEigen.of(b.covariance()).factor();
        SimpleMatrix product = factorA.transpose().mult(factorB);
        double overlap = Arrays.stream(SingularValues.of(product)).sum();
        double gap = a.mean().minus(b.mean()).normF();
        return gap * gap + a.covariance().trace() + b.covariance().trace() - 2 * overlap;
    }
}
