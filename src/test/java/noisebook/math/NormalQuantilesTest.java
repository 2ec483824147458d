package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class NormalQuantilesTest {
    @Test
    void riseAndAreSymmetric() {
        double[] quantiles = NormalQuantiles.of(20);
        assertThat(quantiles).isSorted().hasSize(20);
        assertThat(quantiles[0]).isCloseTo(-1.959963984540054, within(1e-12)).isCloseTo(-quantiles[19], within(1e-12));
    }

    @Test
    void oneIsTheMiddle() {
        assertThat(NormalQuantiles.of(1)).containsExactly(new double[] {0}, within(1e-15));
        assertThatThrownBy(() -> NormalQuantiles.of(0)).hasMessage("n must be at least 1, was 0");
    }
}
