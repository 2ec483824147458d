package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TicksTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1e-17, 0",
        "1, 1",
        "-2.5, −2.5",
        "0.00100, 0.001",
        "1000, 1000",
        "0.30000000000000004, 0.3",
        "45.5312, 45.53",
        "99999, 99999",
        "100000, 10⁵",
        "1e-4, 10⁻⁴",
        "-0.00025, −2.5·10⁻⁴",
        "3.2e12, 3.2·10¹²"
    })
    void numbersAreShort(double value, String text) {
        assertThat(Ticks.text(value)).isEqualTo(text);
    }
}
