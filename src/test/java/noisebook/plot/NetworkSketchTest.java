package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

final class NetworkSketchTest {
    @Test
    void boxesAddToTheWidthAndArcsDoNot() {
        NetworkSketch two = NetworkSketch.of("N").box("in", 1, 28).box("down", 1, 64, 14, 14);
        BufferedImage image = two.image();
        assertThat(two.box("out", 1, 10).image().getWidth()).isGreaterThan(image.getWidth());
        BufferedImage joined = two.skip(0, 1).image();
        assertThat(joined.getWidth()).isEqualTo(image.getWidth());
        assertThat(Png.bytes(joined)).isNotEqualTo(Png.bytes(image));
    }

    @Test
    void badInputIsNamed() {
        NetworkSketch one = NetworkSketch.of("N").box("in", 1, 28);
        assertThatThrownBy(() -> one.box("odd", 1, 2, 3)).hasMessageContaining("2 or 4 sides, was 3");
        assertThatThrownBy(() -> one.skip(0, 1)).hasMessageContaining("later one of 1, was 0 to 1");
        assertThatThrownBy(() -> one.box("none", 0, 3)).hasMessageContaining("must be positive");
    }
}
