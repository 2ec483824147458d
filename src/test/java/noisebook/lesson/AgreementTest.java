package noisebook.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class AgreementTest {
    @Test
    void aMillionthApartIsAgreedAndSaidInALine() {
        assertThat(Agreement.of("the loss", .25, .25 + 5e-7).toMime().plain())
                .startsWith("the loss: by hand 0.250000, by the library 0.250001; they agree, largest relative"
                        + " difference ");
        assertThat(Agreement.of("large", 500.0004, 500.).apart()).isLessThan(1e-6);
    }

    @Test
    void moreIsRefusedWithBothNumbers() {
        assertThatThrownBy(() -> Agreement.of("the loss", .25, .26))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the loss: by hand 0.250000, by the library 0.260000; they do NOT agree, largest relative"
                        + " difference 1.0e-02");
        assertThatThrownBy(() -> Agreement.of("V", new float[] {1, 2}, new float[] {1, 3}))
                .hasMessageContaining("they do NOT agree");
        assertThatThrownBy(() -> Agreement.of("V", Float.NaN, 1)).hasMessageContaining("they do NOT agree");
        assertThatThrownBy(() -> Agreement.of("V", new float[2], new float[3]))
                .hasMessage("numbers by hand and those of the library must be equally long, were 2 and 3");
    }
}
