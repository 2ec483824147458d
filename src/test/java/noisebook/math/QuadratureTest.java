package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

final class QuadratureTest {
    @Test
    void densityHasUnitMass() {
        NormalDistribution normal = NormalDistribution.of(1, .3);
        assertThat(Quadrature.integrate(normal::density, -4, 6)).isCloseTo(1, within(1e-13));
    }

    @Test
    void integratesALineAndAParabola() {
        assertThat(Quadrature.integrate(x -> 2 * x, 0, 3)).isCloseTo(9, within(1e-11));
        assertThat(Quadrature.integrate(x -> x * x, 0, 3)).isCloseTo(9, within(1e-7));
    }

    @Test
    void gaussianMomentsAreExact() {
        assertThat(Quadrature.gaussianMean(x -> x, 3, 2)).isCloseTo(3, within(1e-12));
        assertThat(Quadrature.gaussianMean(x -> x * x, 3, 2)).isCloseTo(13, within(1e-11));
        assertThat(Quadrature.gaussianMean(Math::exp, 0, 1)).isCloseTo(Math.exp(.5), within(1e-12));
    }

    @Test
    void probabilityOfAnIntervalIsItsShareOfMass() {
        NormalDistribution normal = NormalDistribution.of(2, 3);
        assertThat(Quadrature.probability(x -> x > -1 && x < 5, normal))
                .isCloseTo(normal.probability(-1, 5), within(1e-4));
    }

    @Test
    void aFunctionWithSlopesAtItsEndsIsOnlyExactToTheSquareOfTheStep() {
        double half = Quadrature.integrate(x -> Math.sin(Math.PI * x), 0, 1);
        assertThat(half).isNotCloseTo(2 / Math.PI, within(1e-12)).isCloseTo(2 / Math.PI, within(1e-8));
    }
}
