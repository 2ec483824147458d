package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import noisebook.math.NoiseSchedule.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DiffusionPosteriorTest {
    private static final NoiseSchedule LINEAR = NoiseSchedule.of(Kind.LINEAR, 1000);
    private static final DiffusionPosterior POSTERIOR = DiffusionPosterior.of(LINEAR);

    @ParameterizedTest
    @CsvSource({"2, .4547", "10, .8528", "100, .9819"})
    void varianceIsBelowBetaAtFirst(int t, double expectedRatio) {
        assertThat(POSTERIOR.variance(t) / LINEAR.beta(t)).isCloseTo(expectedRatio, within(5e-5));
    }

    @Test
    void lastReverseStepAddsNoNoiseAndLandsOnX0() {
        assertThat(POSTERIOR.variance(1)).isZero();
        assertThat(POSTERIOR.sigma(1)).isZero();
        assertThat(POSTERIOR.mean(.3, -1.7, 1)).isCloseTo(.3, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 100, 500, 1000})
    void meanAndVarianceEqualBayesOnAGrid(int t) {
        double x0 = .8;
        double xt = LINEAR.diffuse(x0, t, -.6);
        double prior = Math.sqrt(LINEAR.alphaBar(t - 1)) * x0;
        double spread = Math.sqrt(1 - LINEAR.alphaBar(t - 1));
        double[] sums = new double[3]; // mass, first and second moment of prior times likelihood
        for (double u = -10; u <= 10; u += 1e-4) {
            double x = prior + spread * u;
            double miss = xt - Math.sqrt(LINEAR.alpha(t)) * x;
            double weight = Math.exp(-u * u / 2 - miss * miss / (2 * LINEAR.beta(t)));
            sums[0] += weight;
            sums[1] += weight * x;
            sums[2] += weight * x * x;
        }
        double mean = sums[1] / sums[0];
        assertThat(POSTERIOR.mean(x0, xt, t)).isCloseTo(mean, within(1e-9));
        assertThat(POSTERIOR.variance(t)).isCloseTo(sums[2] / sums[0] - mean * mean, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void threeTargetsAreOne(Kind kind) {
        NoiseSchedule schedule = NoiseSchedule.of(kind, 1000);
        DiffusionPosterior posterior = DiffusionPosterior.of(schedule);
        for (int t = 1; t <= 900; t++) {
            double x0 = -.4;
            double epsilon = 1.3;
            double xt = schedule.diffuse(x0, t, epsilon);
            double mean = posterior.mean(x0, xt, t);
            assertThat(posterior.epsilonFromX0(xt, x0, t)).isCloseTo(epsilon, within(1e-12));
            assertThat(posterior.x0FromEpsilon(xt, epsilon, t)).isCloseTo(x0, within(1e-12));
            assertThat(posterior.meanFromEpsilon(xt, epsilon, t)).isCloseTo(mean, within(1e-12));
            assertThat(posterior.x0FromMean(xt, mean, t)).as("t = %d", t).isCloseTo(x0, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void bothFormsOfTheElboWeightAgree(Kind kind) {
        DiffusionPosterior posterior = DiffusionPosterior.of(NoiseSchedule.of(kind, 1000));
        assertThat(posterior.elboWeight(1)).isEqualTo(Double.POSITIVE_INFINITY);
        for (int t = 2; t <= 1000; t++) {
            double weight = posterior.elboWeight(t);
            assertThat(posterior.elboWeightBySnr(t)).as("t = %d", t).isCloseTo(weight, within(1e-9 * weight));
        }
    }

    @Test
    void elboWeightIsTheKlOfTwoPosteriorMeansOneEpsilonApart() {
        int t = 40;
        double sigma = POSTERIOR.sigma(t);
        double there = POSTERIOR.meanFromEpsilon(.5, 0, t);
        double here = POSTERIOR.meanFromEpsilon(.5, 1, t);
        assertThat(POSTERIOR.elboWeight(t))
                .isCloseTo(GaussianKl.between(here, sigma, there, sigma).total(), within(1e-9));
    }
}
