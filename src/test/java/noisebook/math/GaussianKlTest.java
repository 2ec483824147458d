package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GaussianKlTest {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    @Test
    void standardNormalCostsNothing() {
        assertThat(GaussianKl.toStandard(0, 0)).isEqualTo(new GaussianKl(0, 0, -0.0));
        assertThat(GaussianKl.between(3, .2, 3, .2).total()).isZero();
    }

    @Test
    void eachTermHasItsOwnPrice() {
        GaussianKl kl = GaussianKl.toStandard(2, Math.log(4));
        assertThat(kl.mean()).isEqualTo(2);
        assertThat(kl.variance()).isCloseTo(1.5, within(1e-15));
        assertThat(kl.logVariance()).isCloseTo(-Math.log(2), within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1.5, .3", "-2, 2", ".1, .05"})
    void equalsQuadrature(double mu, double sigma) {
        NormalDistribution q = NormalDistribution.of(mu, sigma);
        double expected = Quadrature.gaussianMean(z -> q.logDensity(z) - STANDARD.logDensity(z), mu, sigma);
        assertThat(GaussianKl.toStandard(mu, 2 * Math.log(sigma)).total()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void equalsMonteCarlo() {
        Random random = new Random(42);
        NormalDistribution q = NormalDistribution.of(1, .5);
        double mean = random.doubles(200_000)
                .map(q::inverseCumulativeProbability)
                .map(z -> q.logDensity(z) - STANDARD.logDensity(z))
                .average()
                .orElseThrow();
        assertThat(GaussianKl.toStandard(1, 2 * Math.log(.5)).total())
                .as("seed 42")
                .isCloseTo(mean, within(.01));
    }

    @Test
    void diagonalIsTheSumOverDimensions() {
        GaussianKl kl = GaussianKl.toStandard(new double[] {1, -2}, new double[] {0, Math.log(9)});
        assertThat(kl.mean()).isCloseTo(2.5, within(1e-15));
        assertThat(kl.total()).isCloseTo(2.5 + 4 - Math.log(3), within(1e-14));
        assertThatThrownBy(() -> GaussianKl.toStandard(new double[2], new double[3]))
                .hasMessage("both must have one length, were 2 and 3");
    }

    @Test
    void betweenAnyTwoEqualsQuadrature() {
        NormalDistribution p = NormalDistribution.of(1, .7);
        NormalDistribution q = NormalDistribution.of(-1, 1.4);
        double expected = Quadrature.gaussianMean(x -> p.logDensity(x) - q.logDensity(x), 1, .7);
        assertThat(GaussianKl.between(1, .7, -1, 1.4).total()).isCloseTo(expected, within(1e-9));
    }
}
