package noisebook.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import noisebook.math.NormalQuantiles;
import noisebook.math.ReparameterizedGradient;
import noisebook.tensor.Gradients;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

final class PosteriorTest {
    private static final double MU = .7;
    private static final double SIGMA = .5;

    @Test
    void aCodeIsMeanPlusSigmaTimesNoise() {
        try (Scope scope = Scope.open()) {
            NDArray mu = scope.manager().create(new double[] {1, -2});
            NDArray logVariance = scope.manager().create(new double[] {0, Math.log(9)});
            NDArray z = new Posterior(mu, logVariance).sample(scope.manager().create(new double[] {.5, -1}));
            assertThat(z.toDoubleArray()).containsExactly(new double[] {1.5, -5}, within(1e-12));
        }
    }

    /** E sin(z) = sin(mu) exp(−sigma²/2); noise at equally probable quantiles makes the mean over epsilon a quadrature. */
    @Test
    void theGradientThroughTheSampleIsThatOfTheExpectation() {
        try (Scope scope = Scope.open()) {
            NDArray epsilon = scope.manager().create(NormalQuantiles.of(100_000));
            NDArray mu = scope.manager().create(MU);
            NDArray logVariance = scope.manager().create(2 * Math.log(SIGMA));
            double byMu = Gradients.of(
                            m -> new Posterior(m, logVariance)
                                    .sample(epsilon)
                                    .sin()
                                    .mean(),
                            mu)
                    .getDouble();
            double byLogVariance = Gradients.of(
                            v -> new Posterior(mu, v).sample(epsilon).sin().mean(), logVariance)
                    .getDouble();

            double shrink = Math.exp(-SIGMA * SIGMA / 2);
            assertThat(byMu).isCloseTo(Math.cos(MU) * shrink, within(1e-4));
            assertThat(byLogVariance).isCloseTo(-SIGMA * SIGMA / 2 * Math.sin(MU) * shrink, within(1e-4));

            ReparameterizedGradient differences = ReparameterizedGradient.byDifferences(Math::sin, MU, SIGMA);
            assertThat(byMu).isCloseTo(differences.mu(), within(1e-4));
            assertThat(byLogVariance).isCloseTo(differences.sigma() * SIGMA / 2, within(1e-4));
        }
    }
}
