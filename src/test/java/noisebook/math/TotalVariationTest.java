package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class TotalVariationTest {
    @Test
    void itIsTheShareThatMustMove() {
        assertThat(TotalVariation.between(new int[] {5, 5}, new int[] {50, 50})).isZero();
        assertThat(TotalVariation.between(new int[] {1, 0}, new int[] {0, 9})).isEqualTo(1);
        assertThat(TotalVariation.between(new int[] {6, 2, 2}, new int[] {3, 3, 4}))
                .isCloseTo(.3, Offset.offset(1e-12));
    }

    @Test
    void anEmptyHistogramIsRefused() {
        assertThatThrownBy(() -> TotalVariation.between(new int[2], new int[] {1, 1}))
                .hasMessageContaining("both histograms must count something, was sums of 0.0 and 2.0");
    }
}
