package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class DoublesTest {
    @Test
    void keepsEveryNumberAndCutsRows() {
        assertThat(Doubles.of(new float[] {.5f, -2})).containsExactly(.5, -2);
        assertThat(Doubles.rows(new float[] {1, 2, 3, 4}, 2)).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
        assertThat(Doubles.floats(new double[][] {{1, 2}, {3, 4}})).containsExactly(1, 2, 3, 4);
        assertThat(Doubles.join(new float[] {1}, new float[] {2, 3})).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> Doubles.rows(new float[5], 2)).hasMessage("5 numbers are not whole rows of 2");
    }

    @Test
    void aColumnIsOneEntryOfEachRow() {
        assertThat(Doubles.column(new double[][] {{1, 2}, {3, 4}}, 1)).containsExactly(2, 4);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        double[] values = {9, 1, 4};
        assertThat(Doubles.median(values)).isEqualTo(4);
        assertThat(Doubles.median(new double[] {9, 1, 4, 2})).isEqualTo(3);
        assertThat(values).containsExactly(9, 1, 4);
        assertThatThrownBy(() -> Doubles.median(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pointsPairCoordinates() {
        assertThat(Doubles.points(new double[] {1, 2}, new double[] {3, 4})).containsExactly(1, 3, 2, 4);
        assertThatThrownBy(() -> Doubles.points(new double[2], new double[3])).hasMessageContaining("2 and 3");
    }

    @Test
    void partsAreJoinedInOrder() {
        assertThat(Doubles.join(new float[] {1, 2}, new float[] {}, new float[] {3}))
                .containsExactly(1, 2, 3);
    }
}
