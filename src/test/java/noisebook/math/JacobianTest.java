package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

final class JacobianTest {
    /** A curved surface in four dimensions; its third coordinate of z does nothing. */
    private static double[] surface(double[] z) {
        return new double[] {z[0] * z[0], z[1], z[0] * z[1], Math.sin(z[0])};
    }

    @Test
    void equalsTheDerivatives() {
        SimpleMatrix jacobian = Jacobian.of(JacobianTest::surface, new double[] {2, 3, 5}, 1e-4);
        SimpleMatrix expected = new SimpleMatrix(new double[][] {{4, 0, 0}, {0, 1, 0}, {3, 2, 0}, {Math.cos(2), 0, 0}});
        assertThat(jacobian.isIdentical(expected, 1e-7)).as("%s", jacobian).isTrue();
    }

    @Test
    void rankIsTheDimensionOfTheSurface() {
        SimpleMatrix jacobian = Jacobian.of(JacobianTest::surface, new double[] {2, 3, 5}, 1e-4);
        assertThat(Jacobian.rank(jacobian, 1e-6)).isEqualTo(2);
    }

    @Test
    void singularValuesComeLargestFirst() {
        assertThat(SingularValues.of(SimpleMatrix.diag(1, -3, 2)))
                .containsExactly(new double[] {3, 2, 1}, within(1e-14));
        assertThatThrownBy(() -> SingularValues.of(SimpleMatrix.diag(1, Double.NaN)))
                .hasMessageContaining("NaN");
    }
}
