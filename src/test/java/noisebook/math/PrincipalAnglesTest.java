package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

final class PrincipalAnglesTest {
    private static SimpleMatrix plane(double angle) {
        return new SimpleMatrix(new double[][] {{1, 0}, {0, Math.cos(angle)}, {0, Math.sin(angle)}});
    }

    @Test
    void tiltedPlanesShareALineAndDifferByTheTilt() {
        for (double angle : new double[] {0, 1e-12, 1e-5, .3, 1.5, Math.PI / 2}) {
            assertThat(PrincipalAngles.between(plane(0), plane(angle)))
                    .containsExactly(new double[] {0, angle}, within(1e-15 + 1e-14 * angle));
        }
    }

    @Test
    void otherVectorsOfOneSpaceAreNoAngle() {
        Random random = new Random(42);
        SimpleMatrix basis = SimpleMatrix.random_DDRM(20, 3, -1, 1, random);
        SimpleMatrix mixed = basis.mult(SimpleMatrix.random_DDRM(3, 3, -1, 1, random));
        assertThat(PrincipalAngles.between(basis, mixed)).containsExactly(new double[3], within(1e-12));
    }

    @Test
    void refusesDifferentShapes() {
        assertThatThrownBy(() -> PrincipalAngles.between(new SimpleMatrix(4, 2), new SimpleMatrix(4, 3)))
                .hasMessageContaining("4×2 and 4×3");
    }
}
