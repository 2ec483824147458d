package noisebook.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import noisebook.math.Moments;
import org.junit.jupiter.api.Test;

final class PicturesTest {
    private static final float[] DIGIT = new float[784];

    static {
        DIGIT[0] = 1;
        DIGIT[783] = .5f;
    }

    private final Map<String, double[]> five = Pictures.five(DIGIT);

    @Test
    void fiveOfOneSizeAndRange() {
        assertThat(five).containsOnlyKeys("constant", "binary", "digit", "scene", "bright");
        assertThat(five.values()).allSatisfy(pixels -> {
            assertThat(pixels).hasSize(32 * 32);
            assertThat(Arrays.stream(pixels)).allMatch(value -> -1 <= value && value <= 1);
        });
    }

    @Test
    void eachIsWhatItsNameSays() {
        assertThat(Moments.of(five.get("constant")).variance()).isZero();
        assertThat(Moments.of(five.get("binary"))).isEqualTo(new Moments(0, 1, 0));
        assertThat(Moments.of(five.get("scene")).mean()).isCloseTo(0, within(1e-12));
        assertThat(Moments.of(five.get("bright")).mean()).isCloseTo(.8, within(1e-12));
        assertThat(Arrays.stream(five.get("digit")).filter(value -> value > -1).sorted())
                .containsExactly(0., 1.);
        assertThat(five.get("digit")[2 * 32 + 2]).isEqualTo(1);
        assertThat(five.get("digit")[29 * 32 + 29]).isZero();
    }

    @Test
    void tilesRepeatTheValues() {
        assertThat(Pictures.tiled(new double[] {1, 2}, 2)).containsExactly(1, 2, 1, 2);
    }

    @Test
    void refusesAnotherSize() {
        assertThatThrownBy(() -> Pictures.five(new float[100])).hasMessageContaining("784 pixels, had 100");
    }
}
