package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EditDistanceTest {
    /** Three replaced or put in: sitten, sittin, sitting. */
    @Test
    void countsTheLettersToChange() {
        assertThat(EditDistance.of("kitten", "sitting")).isEqualTo(3);
        assertThat(EditDistance.of("sitting", "kitten")).isEqualTo(3);
    }

    @Test
    void countsLettersPutInAndLeftOut() {
        assertThat(EditDistance.of("cat", "coat")).isEqualTo(1);
        assertThat(EditDistance.of("coat", "cat")).isEqualTo(1);
        assertThat(EditDistance.of("", "cat")).isEqualTo(3);
    }

    @Test
    void equalTextsAreAtNoDistance() {
        assertThat(EditDistance.of("", "")).isZero();
        assertThat(EditDistance.of("кот", "кот")).isZero();
    }
}
