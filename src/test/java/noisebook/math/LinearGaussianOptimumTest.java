package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import noisebook.math.NoiseSchedule.Kind;
import org.junit.jupiter.api.Test;

final class LinearGaussianOptimumTest {
    @Test
    void unitVarianceLeavesAlphaBarOfTheNoiseUncertain() {
        assertThat(LinearGaussianOptimum.epsilonMse(new double[] {1, 1}, .3)).isCloseTo(.3, within(1e-15));
    }

    @Test
    void constantDataGivesTheNoiseAway() {
        assertThat(LinearGaussianOptimum.epsilonMse(new double[] {0, 0}, .999)).isZero();
        assertThat(LinearGaussianOptimum.epsilonMse(new double[] {0}, 1)).isZero();
    }

    @Test
    void equalsTheResidualOfRegressingNoiseOnTheNoisedValue() {
        double lambda = 2.5;
        double alphaBar = .6;
        double variance = alphaBar * lambda + 1 - alphaBar; // of x_t
        double covariance = Math.sqrt(1 - alphaBar); // of ε and x_t
        assertThat(LinearGaussianOptimum.epsilonMse(new double[] {lambda}, alphaBar))
                .isCloseTo(1 - covariance * covariance / variance, within(1e-15));
    }

    /** From numpy, float64. */
    @Test
    void averagesOverTheWholeSchedule() {
        NoiseSchedule schedule = NoiseSchedule.of(Kind.LINEAR, 1000);
        assertThat(LinearGaussianOptimum.epsilonMse(new double[] {4, 1, .25, 0}, schedule))
                .isCloseTo(0.2109933973016826, within(1e-12));
        assertThatThrownBy(() -> LinearGaussianOptimum.epsilonMse(new double[0], schedule))
                .hasMessage("eigenvalues must have at least 1 elements, had 0");
    }
}
