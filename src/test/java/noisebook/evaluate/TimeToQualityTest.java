package noisebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import noisebook.evaluate.TimeToQuality.Point;
import org.junit.jupiter.api.Test;

final class TimeToQualityTest {
    private static final Point BARE = new Point(60, 59.5, 2800, 32, .1951, 0, 21.25, 6.5, 5000, .9125, .9375);
    private static final Point GUIDED = new Point(60, 59.5, 2800, 32, .1951, .5, 14.5, 6.5, 5000, .9525, .9675);

    @Test
    void whatIsWrittenIsReadAgain() {
        TimeToQuality curve = new TimeToQuality("./noisebook bench quality", List.of(BARE, GUIDED));
        assertThat(TimeToQuality.parse(curve.lines())).isEqualTo(curve);
        assertThat(curve.guided(true)).containsExactly(GUIDED);
        assertThat(curve.guided(false)).containsExactly(BARE);
    }

    @Test
    void anotherTableIsRefused() {
        assertThatThrownBy(() -> TimeToQuality.parse(List.of("a,b", "1,2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a measurement begins with '# '")
                .hasMessageEndingWith("[a,b, 1,2]");
    }
}
