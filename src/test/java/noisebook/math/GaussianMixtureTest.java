package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GaussianMixtureTest {
    private static final GaussianPath STRAIGHT = new StraightPath();
    private static final NoiseSchedule LARGE_STEPS = NoiseSchedule.of(NoiseSchedule.Kind.CONTINUOUS, 4);
    private static final GaussianMixture TWO =
            new GaussianMixture(new double[] {.3, .7}, new double[] {-1, 1.5}, new double[] {.4, .2});

    /** What is answered at x must be the mean of what was drawn there. */
    @ParameterizedTest
    @EnumSource(Prediction.class)
    void theGuessAndItsUncertaintyAreThoseOfPairsThatLandedThere(Prediction wanted) {
        SplittableRandom random = new SplittableRandom(1);
        double t = .4;
        double x = .8;
        double half = .02;
        double sum = 0;
        double squares = 0;
        int landed = 0;
        for (int i = 0; i < 4_000_000; i++) {
            int k = random.nextDouble() < .3 ? 0 : 1;
            double x0 = TWO.means()[k] + TWO.deviations()[k] * random.nextGaussian();
            double epsilon = random.nextGaussian();
            if (Math.abs(STRAIGHT.diffuse(x0, t, epsilon) - x) < half) {
                double value = wanted.of(x0, epsilon, STRAIGHT, t);
                sum += value;
                squares += value * value;
                landed++;
            }
        }
        double mean = sum / landed;
        assertThat(TWO.guess(wanted, STRAIGHT, t, x)).isCloseTo(mean, within(.02));
        assertThat(TWO.uncertainty(wanted, STRAIGHT, t, x)).isCloseTo(squares / landed - mean * mean, within(.02));
    }

    @Test
    void theLeastErrorOfOneGaussianIsThatOfItsFlow() {
        GaussianFlow flow = GaussianFlow.of(.7, .5);
        for (double t : new double[] {.1, .5, .9, 1}) {
            assertThat(GaussianMixture.of(.7, .5).leastError(Prediction.VELOCITY, STRAIGHT, t))
                    .isCloseTo(flow.velocityError(t), within(1e-9));
            assertThat(GaussianMixture.of(.7, .5).guess(Prediction.VELOCITY, STRAIGHT, t, .3))
                    .isCloseTo(flow.velocity(.3, t), within(1e-12));
        }
    }

    @Test
    void fromNothingButNoiseTheBestGuessIsTheMeanOfTheData() {
        for (double x : new double[] {-3, 0, 2}) {
            assertThat(TWO.guess(Prediction.X0, STRAIGHT, 1, x)).isCloseTo(TWO.mean(), within(1e-12));
        }
    }

    @Test
    void atTimeZeroTheDataIsKnownAndTheNoiseIsNot() {
        GaussianMixture points = GaussianMixture.equal(0, -1, 1);
        assertThat(points.guess(Prediction.X0, STRAIGHT, 0, 1)).isEqualTo(1);
        assertThat(points.guess(Prediction.EPSILON, STRAIGHT, 0, 1)).isZero();
        assertThat(points.uncertainty(Prediction.EPSILON, STRAIGHT, 0, 1)).isEqualTo(1);
        assertThat(TWO.uncertainty(Prediction.X0, STRAIGHT, 0, 1)).isZero();
    }

    @Test
    void theDensityIntegratesToOneAndHasTheMomentsThatItSays() {
        assertThat(Quadrature.integrate(TWO::density, -8, 8)).isCloseTo(1, within(1e-9));
        assertThat(Quadrature.integrate(x -> x * TWO.density(x), -8, 8)).isCloseTo(TWO.mean(), within(1e-9));
        assertThat(Quadrature.integrate(x -> x * x * TWO.density(x), -8, 8))
                .isCloseTo(TWO.variance() + TWO.mean() * TWO.mean(), within(1e-9));
    }

    /** By Bayes: p(x_s) p(x_t | x_s), over its integral. */
    @Test
    void aStepBackIsWhatBayesSays() {
        double s = 1;
        double t = 2;
        double xt = .3;
        double kept = LARGE_STEPS.signal(t) / LARGE_STEPS.signal(s);
        double added = Math.sqrt(LARGE_STEPS.beta(2));
        GaussianMixture prior = TWO.noised(LARGE_STEPS, s);
        DoubleUnaryOperator joint =
                xs -> prior.density(xs) * GaussianMixture.of(kept * xs, added).density(xt);
        double all = Quadrature.integrate(joint, -8, 8);
        GaussianMixture back = TWO.stepBack(LARGE_STEPS, s, t, xt);
        for (double xs : new double[] {-1, -.2, .4, 1.1}) {
            assertThat(back.density(xs)).isCloseTo(joint.applyAsDouble(xs) / all, within(1e-6));
        }
    }

    @Test
    void aLargeStepBackHasTwoHumpsAndASmallOneHasOne() {
        GaussianMixture points = GaussianMixture.equal(.05, -1, 1);
        GaussianMixture large = points.stepBack(LARGE_STEPS, 0, 1, 0);
        assertThat(large.density(0)).isLessThan(.01 * large.density(large.means()[1]));
        NoiseSchedule small = NoiseSchedule.of(NoiseSchedule.Kind.CONTINUOUS, 1000);
        GaussianMixture little = points.stepBack(small, 499, 500, 0);
        assertThat(little.density(0)).isGreaterThan(.99 * little.density(little.means()[1]));
    }

    @Test
    void whatIsNoMixtureIsRefused() {
        assertThatThrownBy(() -> new GaussianMixture(new double[] {.5, .6}, new double[2], new double[2]))
                .hasMessageStartingWith("the weights must sum up to 1, was 1.1");
        assertThatThrownBy(() -> GaussianMixture.of(0, -1)).hasMessage("a deviation must be 0 or more, was -1.0");
        assertThatThrownBy(() -> GaussianMixture.of(0, 0).density(0)).hasMessageStartingWith("a point has no density");
        assertThatThrownBy(() -> TWO.stepBack(LARGE_STEPS, 2, 2, 0))
                .hasMessageStartingWith("a step back must go to s in [0, t)");
    }
}
