package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CorrelationTest {
    @Test
    void linesCorrelateFully() {
        assertThat(Correlation.pearson(new double[] {1, 2, 3}, new double[] {5, 7, 9}))
                .isCloseTo(1, within(1e-15));
        assertThat(Correlation.pearson(new double[] {1, 2, 3}, new double[] {0, -2, -4}))
                .isCloseTo(-1, within(1e-15));
        assertThat(Correlation.pearson(new double[] {-1, 0, 1}, new double[] {1, 0, 1}))
                .isZero();
        assertThat(Correlation.pearson(new double[] {1, 2}, new double[] {3, 3}))
                .isNaN();
    }

    @Test
    void ranksIgnoreTheShapeOfARisingCurve() {
        assertThat(Correlation.spearman(new double[] {3, 1, 2}, new double[] {1000, .1, 5}))
                .isCloseTo(1, within(1e-15));
    }

    /** From scipy.stats.spearmanr. */
    @Test
    void equalValuesShareTheirRank() {
        assertThat(Correlation.spearman(new double[] {1, 2, 2, 4, 5, 9}, new double[] {3, 1, 4, 4, 8, 7}))
                .isCloseTo(0.8088235294117647, within(1e-12));
    }

    @Test
    void refusesUnequalLengths() {
        assertThatThrownBy(() -> Correlation.pearson(new double[2], new double[3]))
                .hasMessageContaining("2 and 3");
        assertThatThrownBy(() -> Correlation.spearman(new double[1], new double[1]))
                .hasMessageContaining("at least 2");
    }
}
