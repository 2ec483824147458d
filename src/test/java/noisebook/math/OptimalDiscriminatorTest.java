package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OptimalDiscriminatorTest {
    private static OptimalDiscriminator apart(double mu) {
        return OptimalDiscriminator.of(NormalDistribution.of(0, 1), NormalDistribution.of(mu, 1));
    }

    @Test
    void logitOfTwoUnitGaussiansIsALine() {
        assertThat(apart(2).logitCoefficients()).containsExactly(new double[] {2, -2, 0}, within(1e-12));
        assertThat(apart(2).probability(1)).isCloseTo(.5, within(1e-12));
    }

    @Test
    void logitOfAnyTwoGaussiansIsItsParabola() {
        OptimalDiscriminator best = OptimalDiscriminator.of(NormalDistribution.of(1, .5), NormalDistribution.of(-1, 2));
        double[] c = best.logitCoefficients();
        for (double x = -3; x <= 3; x += .5) {
            assertThat(best.logit(x)).isCloseTo(c[0] + c[1] * x + c[2] * x * x, within(1e-9));
            assertThat(best.logitGradient(x)).isCloseTo(c[1] + 2 * c[2] * x, within(1e-9));
        }
    }

    /** The theorem of the game, by another way: two integrals against one. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 2, 8})
    void gameValueIsMinusLogFourPlusTwiceTheDivergence(double mu) {
        double divergence = JensenShannon.between(NormalDistribution.of(0, 1), NormalDistribution.of(mu, 1));
        assertThat(apart(mu).gameValue()).isCloseTo(JensenShannon.gameValue(divergence), within(1e-9));
    }

    @Test
    void probabilityIsTheShareOfRealDensity() {
        NormalDistribution real = NormalDistribution.of(1, .5);
        NormalDistribution fake = NormalDistribution.of(-1, 2);
        double expected = real.density(.3) / (real.density(.3) + fake.density(.3));
        assertThat(OptimalDiscriminator.of(real, fake).probability(.3)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 8})
    void everySampleWantsToGoTowardsTheRealMean(double mu) {
        for (double x = -5; x <= 15; x += 1) {
            assertThat(apart(mu).logitGradient(x)).isEqualTo(-mu);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, .296, 5e-4, 2.70, .12, 5e-3", "8, 3.9e-4, 5e-6, 8.00, .998, 5e-4"})
    void saturatingLossDiesWhereTheNonSaturatingOneLives(
            double mu, double dying, double tolerance, double living, double share, double shareTolerance) {
        OptimalDiscriminator best = apart(mu);
        assertThat(best.meanPull(best::saturatingPull)).isCloseTo(dying, within(tolerance));
        assertThat(best.meanPull(best::nonSaturatingPull)).isCloseTo(living, within(5e-3));
        assertThat(best.shareBelow(1e-3, best::saturatingPull)).isCloseTo(share, within(shareTolerance));
    }

    @Test
    void shareBelowEqualsItsClosedForm() {
        OptimalDiscriminator best = apart(3);
        double edge = (4.5 - Math.log(1e-3 / (3 - 1e-3))) / 3; // the x where 3 · sigmoid(4.5 − 3 x) = 1e-3
        double expected = NormalDistribution.of(3, 1).survivalProbability(edge);
        assertThat(best.shareBelow(1e-3, best::saturatingPull)).isCloseTo(expected, within(1e-4));
    }

    @Test
    void bothPullsAddUpToTheGap() {
        OptimalDiscriminator best = apart(8);
        for (double x = -40; x <= 40; x += .7) {
            double sum = Math.abs(best.saturatingPull(x)) + Math.abs(best.nonSaturatingPull(x));
            assertThat(sum).isCloseTo(8, within(1e-14));
        }
    }

    @Test
    void pullsAreGradientsOfTheirLosses() {
        OptimalDiscriminator best = OptimalDiscriminator.of(NormalDistribution.of(1, .5), NormalDistribution.of(-1, 2));
        double h = 1e-6;
        double saturating = (Math.log(1 - best.probability(.2 + h)) - Math.log(1 - best.probability(.2 - h))) / (2 * h);
        double living = (Math.log(best.probability(.2 + h)) - Math.log(best.probability(.2 - h))) / (2 * h);
        assertThat(best.saturatingPull(.2)).isCloseTo(-saturating, within(1e-7));
        assertThat(best.nonSaturatingPull(.2)).isCloseTo(living, within(1e-7));
    }
}
