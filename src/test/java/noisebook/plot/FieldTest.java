package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class FieldTest {
    @Test
    void samplesLieAtCellCentres() {
        Field field = Field.of(-1, 1, 2, (x, y) -> 10 * x + y);
        assertThat(field.values()).containsExactly(-5.5, 4.5, -4.5, 5.5);
    }

    @Test
    void networkValuesFillTheSameCells() {
        float[] points = Field.points(-1, 1, 2);
        assertThat(points).containsExactly(-.5f, -.5f, .5f, -.5f, -.5f, .5f, .5f, .5f);
        assertThat(Field.of(-1, 1, 2, new float[] {1, 2, 3, 4}).at(1, 0)).isEqualTo(2);
    }

    @Test
    void valuesMustFillTheGrid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.of(-1, 1, 3, new float[8]))
                .withMessage("values and columns × rows must be equally long, were 8 and 9");
    }
}
