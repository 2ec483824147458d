package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class BoostingTest {
    private static final double[] STAIRS = {1, 1, 5, 5};

    @Test
    void oneStumpDrawsOneStairAndAShareOfItAShare() {
        assertThat(Boosting.of(STAIRS, 1).after(1)).containsExactly(1, 1, 5, 5);
        assertThat(Boosting.of(STAIRS, .5).after(1)).containsExactly(.5, .5, 2.5, 2.5);
        assertThat(Boosting.of(STAIRS, .5).error(2)).isCloseTo(13 / 16., Offset.offset(1e-12));
        assertThat(Boosting.of(STAIRS, 1).after(0)).containsOnly(0);
    }

    @Test
    void whatNoStumpCanDrawManyCan() {
        Boosting zigzag = Boosting.of(new double[] {0, 3, -1, 2}, .3);
        assertThat(zigzag.error(1)).isGreaterThan(1);
        assertThat(zigzag.error(300)).isLessThan(1e-3);
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> Boosting.of(STAIRS, 0)).hasMessageContaining("rate must be in (0, 1], was 0");
    }
}
