package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class HistogramTest {
    @Test
    void lastCellHoldsItsUpperEnd() {
        Histogram histogram = Histogram.of(new double[] {0, .25, .5, 1, 1.01, -3, Double.NaN}, 0, 1, 2);
        assertThat(histogram.counts()).containsExactly(2, 2);
        assertThat(histogram.outside()).isEqualTo(3);
        assertThat(histogram.centers()).containsExactly(.25, .75);
    }

    @Test
    void densitiesIntegrateToTheShareInside() {
        Histogram histogram = Histogram.of(new double[] {.1, .1, .9, 5}, 0, 2, 4);
        assertThat(histogram.densities()).containsExactly(new double[] {1, .5, 0, 0}, within(1e-15));
    }

    @Test
    void refusesAnEmptyRange() {
        assertThatThrownBy(() -> Histogram.of(new double[] {1}, 1, 1, 5)).hasMessageContaining("[1.0, 1.0] in 5");
        assertThatThrownBy(() -> Histogram.of(new double[] {1}, 0, 1, 0)).hasMessageContaining("in 0");
    }
}
