package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GaussianFlowTest {
    @ParameterizedTest
    @ValueSource(doubles = {.3, 1, 2})
    void theClosedFormsAreTheIntegrals(double s) {
        GaussianFlow flow = GaussianFlow.of(.7, s);
        assertThat(Quadrature.integrate(flow::velocityError, 0, 1)).isCloseTo(flow.leastLoss(), within(1e-6));
        assertThat(flow.crookedness()).isCloseTo(s * (2 - Math.PI / 2), within(1e-6));
        assertThat(flow.cost()).isCloseTo(.49 + s * s + 1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.3, 1, 2})
    void afterReflowTheLinesDoNotCross(double s) {
        GaussianFlow kept = GaussianFlow.of(.7, s).reflowed();
        assertThat(kept.leastLoss()).isZero();
        assertThat(kept.crookedness()).isCloseTo(0, within(1e-12));
        assertThat(kept.cost()).isCloseTo(.49 + (s - 1) * (s - 1), within(1e-12));
    }

    /** A walk along the velocity, in small steps, goes where the pairs of reflow say, in one step. */
    @Test
    void thePairsOfReflowAreWhereTheWalkGoes() {
        GaussianFlow flow = GaussianFlow.of(.7, .5);
        GaussianFlow straight = flow.reflowed();
        for (double noise : new double[] {-2, .1, 1.3}) {
            double z = noise;
            int steps = 20_000;
            for (int i = steps; i > 0; i--) {
                z -= flow.velocity(z, (i - .5) / steps) / steps;
            }
            assertThat(z).isCloseTo(.7 + .5 * noise, within(1e-3));
            assertThat(noise - straight.velocity(noise, 1)).isCloseTo(.7 + .5 * noise, within(1e-12));
        }
    }

    @Test
    void shuffledPairsAreAsBefore() {
        GaussianFlow flow = GaussianFlow.of(.7, .5);
        assertThat(flow.reflowed().shuffled()).isEqualTo(flow);
    }

    /** Least squares over drawn pairs, as a network would do it. */
    @ParameterizedTest
    @ValueSource(doubles = {-.5, 0, .6, 1})
    void theVelocityIsTheRegressionOnPairsOfItsCorrelation(double correlation) {
        GaussianFlow flow = new GaussianFlow(.7, .5, correlation);
        SplittableRandom random = new SplittableRandom(3);
        double t = .35;
        int n = 400_000;
        double[] x = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            double epsilon = random.nextGaussian();
            double own = Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            double x0 = .7 + .5 * (correlation * epsilon + own);
            x[i] = (1 - t) * x0 + t * epsilon;
            v[i] = epsilon - x0;
        }
        Moments ofX = Moments.of(x);
        Moments ofV = Moments.of(v);
        double covariance = 0;
        for (int i = 0; i < n; i++) {
            covariance += (x[i] - ofX.mean()) * (v[i] - ofV.mean()) / n;
        }
        double slope = covariance / ofX.variance();
        assertThat(flow.velocity(1, t)).isCloseTo(ofV.mean() + slope * (1 - ofX.mean()), within(.01));
        assertThat(flow.velocityError(t)).isCloseTo(ofV.variance() - slope * covariance, within(.01));
        assertThat(flow.cost()).isCloseTo(ofV.variance() + ofV.mean() * ofV.mean(), within(.01));
    }

    @Test
    void whatIsNoFlowIsRefused() {
        assertThatThrownBy(() -> GaussianFlow.of(0, 0)).hasMessage("the deviation must be positive, was 0.0");
        assertThatThrownBy(() -> new GaussianFlow(0, 1, 1.2)).hasMessage("the correlation must be in [-1, 1], was 1.2");
    }
}
