package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BarsTest {
    @Test
    void lengthsAreInProportion() {
        var image = Bars.of("t", "v (1)", List.of("a", "b"), 10, 5).image();
        long first = Drawings.count(image.getSubimage(0, 76, 1200, 60), Palette.series(0));
        long second = Drawings.count(image.getSubimage(0, 136, 1200, 60), Palette.series(0));
        assertThat((double) first / second).isCloseTo(2, within(.02));
    }

    @Test
    void rejectsWhatHasNoLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of("t", "v (1)", List.of("a"), -1))
                .withMessage("bar \"a\" must not be negative, was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of("t", "v (1)", List.of("a"), 1, 2))
                .withMessageContaining("were 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of("t", "v (1)", List.of()))
                .withMessageContaining("empty");
    }
}
