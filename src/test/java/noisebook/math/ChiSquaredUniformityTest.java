package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class ChiSquaredUniformityTest {
    /** From scipy.stats.chisquare([10, 14, 9, 11]). */
    @Test
    void equalsAnIndependentImplementation() {
        ChiSquaredUniformity test = ChiSquaredUniformity.of(new long[] {10, 14, 9, 11});
        assertThat(test.statistic()).isCloseTo(1.272727272727273, within(1e-12));
        assertThat(test.pValue()).isCloseTo(0.735619215963506, within(1e-12));
    }

    @Test
    void uniformTimestepsPassAndAForgottenLastOneDoesNot() {
        Random random = new Random(42);
        long[] counts = new long[1000];
        random.ints(100_000, 0, 1000).forEach(t -> counts[t]++);
        assertThat(ChiSquaredUniformity.of(counts).pValue()).as("seed 42").isBetween(.001, .999);
        counts[999] = 0;
        assertThat(ChiSquaredUniformity.of(counts).pValue()).isLessThan(.05);
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> ChiSquaredUniformity.of(new long[3])).hasMessage("nothing was counted in 3 cells");
        assertThatThrownBy(() -> ChiSquaredUniformity.of(new long[1])).hasMessageContaining("at least 2");
    }
}
