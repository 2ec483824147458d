package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class HistogramTest {
    @Test
    void densityIsCountOverTotalAndWidth() {
        assertThat(Histogram.density(new double[] {.1, .2, .6, 1.9}, 0, 2, 4)).containsExactly(1, .5, 0, .5);
    }

    @Test
    void areaIsTheShareInsideTheRange() {
        double[] density = Histogram.density(new double[] {-5, 0, 1, 2, 7}, 0, 2, 8);
        assertThat(DoubleStream.of(density).sum() * .25).isCloseTo(.6, within(1e-12));
    }

    @Test
    void upperEndBelongsToTheLastBin() {
        assertThat(Histogram.density(new double[] {1}, 0, 1, 2)).containsExactly(0, 2);
    }

    @Test
    void rejectsEmptyRanges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.density(new double[] {1}, 1, 1, 2))
                .withMessageContaining("[1.0, 1.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.density(new double[] {1}, 0, 1, 0))
                .withMessage("bins must be at least 1, was 0");
    }
}
