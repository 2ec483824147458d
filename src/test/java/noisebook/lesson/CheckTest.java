package noisebook.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CheckTest {
    @Test
    void limitsAreInclusive() {
        assertThat(Check.atMost("x", 2, 2).passed()).isTrue();
        assertThat(Check.atMost("x", 2.1, 2).passed()).isFalse();
        assertThat(Check.atLeast("x", 2, 2).passed()).isTrue();
        assertThat(Check.atLeast("x", 1.9, 2).passed()).isFalse();
        assertThat(Check.between("x", 1, 1, 2).passed()).isTrue();
        assertThat(Check.between("x", 2.5, 1, 2).passed()).isFalse();
        assertThat(Check.within("x", 1.5, 1, .5).passed()).isTrue();
        assertThat(Check.within("x", .4, 1, .5).passed()).isFalse();
        assertThat(Check.holds("x", true).passed()).isTrue();
        assertThat(Check.holds("x", false).passed()).isFalse();
    }

    @Test
    void notANumberNeverPasses() {
        assertThat(Check.atMost("x", Double.NaN, 1).passed()).isFalse();
        assertThat(Check.atLeast("x", Double.NaN, 1).passed()).isFalse();
        assertThat(Check.within("x", Double.NaN, 1, 1).passed()).isFalse();
        assertThat(Check.between("x", Double.NaN, 0, 1).passed()).isFalse();
    }

    @Test
    void lineShowsBothNumbersAsOneReadsThem() {
        assertThat(Check.within("alphaBar(1000)", 4.03582e-5, 4.0358e-5, 1e-9).line())
                .isEqualTo("pass  alphaBar(1000): 4.0358e-5 (expected 4.0358e-5 ± 1e-9)");
        assertThat(Check.atMost("MSE", .0375, .04).line()).isEqualTo("pass  MSE: 0.0375 (expected ≤ 0.04)");
        assertThat(Check.atLeast("size", 123456, 1e6).line()).isEqualTo("FAIL  size: 123460 (expected ≥ 1000000)");
    }
}
