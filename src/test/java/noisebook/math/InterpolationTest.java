package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class InterpolationTest {
    private static final double[] RIGHT = {2, 0, 0};
    private static final double[] UP = {0, 2, 0};

    @Test
    void slerpKeepsTheNormAndLerpCutsThrough() {
        for (double share = 0; share <= 1; share += .125) {
            assertThat(Interpolation.norm(Interpolation.slerp(RIGHT, UP, share)))
                    .isCloseTo(2, within(1e-14));
        }
        double[] middle = Interpolation.lerp(RIGHT, UP, .5);
        assertThat(Interpolation.norm(middle) / 2)
                .isCloseTo(Math.sqrt(.5), within(1e-15))
                .isCloseTo(.7071, within(5e-5));
    }

    @Test
    void bothStartAndEndAtTheirEnds() {
        double[] a = {1, 2, 3};
        double[] b = {-3, 1, .5};
        assertThat(Interpolation.slerp(a, b, 0)).containsExactly(a, within(1e-15));
        assertThat(Interpolation.slerp(a, b, 1)).containsExactly(b, within(1e-15));
        assertThat(Interpolation.lerp(a, b, 0)).containsExactly(a);
        assertThat(Interpolation.lerp(a, b, 1)).containsExactly(b);
    }

    @Test
    void slerpMovesAtAnEvenPace() {
        assertThat(Interpolation.slerp(RIGHT, UP, 1 / 3.))
                .containsExactly(new double[] {Math.sqrt(3), 1, 0}, within(1e-14));
    }

    @Test
    void parallelCodesGoStraightAndOppositeOnesAreRefused() {
        assertThat(Interpolation.slerp(RIGHT, new double[] {4, 0, 0}, .5)).containsExactly(3, 0, 0);
        assertThatThrownBy(() -> Interpolation.slerp(RIGHT, new double[] {-1, 0, 0}, .5))
                .hasMessageContaining("opposite");
        assertThatThrownBy(() -> Interpolation.lerp(RIGHT, new double[2], .5)).hasMessageContaining("3 and 2");
    }

    @Test
    void shellOfTheStandardNormal() {
        assertThat(Interpolation.expectedNorm(1)).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-15));
        assertThat(Interpolation.expectedNorm(2)).isCloseTo(Math.sqrt(Math.PI / 2), within(1e-15));
        assertThat(Interpolation.expectedNorm(3)).isCloseTo(2 * Math.sqrt(2 / Math.PI), within(1e-14));
        assertThat(Interpolation.expectedNorm(100)).isCloseTo(9.9750, within(5e-5));
        assertThatThrownBy(() -> Interpolation.expectedNorm(0)).hasMessage("dimension must be at least 1, was 0");
    }
}
