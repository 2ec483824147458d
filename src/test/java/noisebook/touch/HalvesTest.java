package noisebook.touch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HalvesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0000",
        "1, 3C00",
        "-2, C000",
        "0.1, 2E66",
        "65504, 7BFF",
        "65520, 7C00",
        "1e9, 7C00",
        "6.103515625e-5, 0400",
        "6.097555e-5, 03FF",
        "5.9604645e-8, 0001",
        "2e-8, 0000",
        "0.99999, 3C00"
    })
    void aNumberIsTheNearestHalf(float value, String bits) {
        assertThat(String.format("%04X", Halves.of(value))).isEqualTo(bits);
    }

    @Test
    void numbersArePackedInBase64() {
        assertThat(Halves.packed(new float[] {1, -2})).isEqualTo("ADwAwA==");
    }
}
