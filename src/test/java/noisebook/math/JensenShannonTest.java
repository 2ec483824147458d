package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JensenShannonTest {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    @ParameterizedTest
    @CsvSource({"0, 0, 1e-12", "1, .11142, 5e-6", "2, .33683, 5e-6", "40, .6931471805599453, 1e-12"})
    void growsWithTheGapToLogTwo(double gap, double expected, double tolerance) {
        assertThat(JensenShannon.between(STANDARD, NormalDistribution.of(gap, 1)))
                .isCloseTo(expected, within(tolerance));
    }

    @Test
    void isSymmetric() {
        NormalDistribution other = NormalDistribution.of(1, .2);
        assertThat(JensenShannon.between(STANDARD, other))
                .isCloseTo(JensenShannon.between(other, STANDARD), within(1e-14));
    }

    @Test
    void histogramsAreDividedByTheirMass() {
        assertThat(JensenShannon.between(new double[] {2, 0}, new double[] {0, 5}))
                .isCloseTo(Math.log(2), within(1e-15));
        assertThat(JensenShannon.between(new double[] {1, 3}, new double[] {2, 6}))
                .isZero();
        assertThat(JensenShannon.between(new double[] {1, 0}, new double[] {1, 1}))
                .isCloseTo(.5 * Math.log(4 / 3.) + .25 * Math.log(2 / 3.) + .25 * Math.log(2), within(1e-15));
        assertThatThrownBy(() -> JensenShannon.between(new double[2], new double[] {1, 1}))
                .hasMessage("a histogram must have mass, had 0.0");
    }

    @Test
    void gameValueRunsFromMinusLogFourToZero() {
        assertThat(JensenShannon.gameValue(0)).isEqualTo(-Math.log(4));
        assertThat(JensenShannon.gameValue(Math.log(2))).isZero();
    }

    @Test
    void gameValueIsTheDiscriminatorsExpectedLogLikelihood() {
        NormalDistribution fake = NormalDistribution.of(1, 1);
        OptimalDiscriminator best = OptimalDiscriminator.of(STANDARD, fake);
        double value = Quadrature.gaussianMean(x -> Math.log(best.probability(x)), 0, 1)
                + Quadrature.gaussianMean(x -> Math.log(1 - best.probability(x)), 1, 1);
        assertThat(JensenShannon.gameValue(JensenShannon.between(STANDARD, fake)))
                .isCloseTo(value, within(1e-9));
    }
}
