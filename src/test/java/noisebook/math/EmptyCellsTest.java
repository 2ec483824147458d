package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class EmptyCellsTest {
    @Test
    void countsCellsOfTheBoundingBox() {
        double[][] diagonal = {{0, 0}, {1, 10}, {.6, 6}};
        assertThat(EmptyCells.share(diagonal, 2)).isEqualTo(.5);
        double[][] corners = {{0, 0}, {1, 10}, {0, 10}, {1, 0}};
        assertThat(EmptyCells.share(corners, 2)).isZero();
        assertThat(EmptyCells.share(diagonal, 4)).isCloseTo(13 / 16., within(1e-15));
    }

    @Test
    void takenCellsLieAsInAPicture() {
        double[][] corner = {{0, 0}, {1, 10}, {0, 10}};
        assertThat(EmptyCells.taken(corner, 2)).containsExactly(1, 1, 1, 0);
    }

    @Test
    void onePlaceFillsOneCell() {
        assertThat(EmptyCells.share(new double[][] {{3, 3}, {3, 3}}, 2)).isEqualTo(.75);
        assertThatThrownBy(() -> EmptyCells.share(new double[0][], 2)).hasMessageContaining("points");
    }
}
