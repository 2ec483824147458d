package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DiracGanTest {
    @Test
    void withoutR1ItCirclesAndWithR1ItSpiralsIn() {
        assertThat(new DiracGan(0).eigenvalues()).containsExactly(new double[] {0, .5, 0, -.5}, within(0.));
        assertThat(new DiracGan(.6).eigenvalues()).containsExactly(new double[] {-.3, .4, -.3, -.4}, within(1e-12));
        assertThat(new DiracGan(1.25).eigenvalues()).containsExactly(new double[] {-.25, 0, -1, 0}, within(1e-12));
    }

    /** The eigenvalues are those of the field: its Jacobian by central differences has their sum as trace and their product as determinant. */
    @Test
    void theEigenvaluesAreThoseOfTheField() {
        for (double gamma : new double[] {0, .3, 1, 2}) {
            DiracGan game = new DiracGan(gamma);
            double h = 1e-5;
            double[] byTheta = slope(game.velocity(h, 0), game.velocity(-h, 0), h);
            double[] byPsi = slope(game.velocity(0, h), game.velocity(0, -h), h);
            double[] lambda = game.eigenvalues();
            assertThat(byTheta[0] + byPsi[1]).isCloseTo(lambda[0] + lambda[2], within(1e-9));
            assertThat(byTheta[0] * byPsi[1] - byPsi[0] * byTheta[1])
                    .isCloseTo(lambda[0] * lambda[2] - lambda[1] * lambda[3], within(1e-9));
        }
    }

    private static double[] slope(double[] above, double[] below, double h) {
        return new double[] {(above[0] - below[0]) / (2 * h), (above[1] - below[1]) / (2 * h)};
    }

    @Test
    void inTheLongRunTheDistanceChangesByTheFactor() {
        for (double gamma : new double[] {.1, .6}) {
            DiracGan game = new DiracGan(gamma);
            double[][] walk = game.trajectory(1e-3, 0, .1, 2000);
            double ratio = Math.hypot(walk[2000][0], walk[2000][1]) / Math.hypot(walk[0][0], walk[0][1]);
            assertThat(Math.pow(ratio, 1. / 2000)).isCloseTo(game.factor(.1), within(1e-3));
        }
        assertThat(new DiracGan(0).factor(.1)).isGreaterThan(1);
        assertThat(new DiracGan(.1).factor(.1)).isLessThan(1);
    }

    @Test
    void badNumbersAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiracGan(-1))
                .withMessageContaining("gamma must be 0 or more, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiracGan(1).trajectory(1, 0, 0, 5))
                .withMessageContaining("eta must be positive, was 0");
    }
}
