package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class IndexedPngTest {
    @Test
    void otherProgramsReadTheSameColoursAndTransparency() throws IOException {
        byte[] codes = {0, 1, 2, 2, 1, 0};
        int[] palette = {0xFF102030, 0xFFFF8000, 0x00000000};
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(IndexedPng.bytes(codes, 3, palette)));
        assertThat(Png.pixels(read))
                .containsExactly(0xFF102030, 0xFFFF8000, 0x00000000, 0x00000000, 0xFFFF8000, 0xFF102030);
        assertThat(read.getWidth()).isEqualTo(3);
    }

    @Test
    void chartsAreSmallerThanByTheWriterOfTheJdk() {
        BufferedImage chart =
                Chart.of("t", "x (1)", "y (1)").curve("sine", 0, 6, Math::sin).image();
        assertThat(Png.bytes(chart).length).isLessThan(Png.encode("png", chart, 0).length * 3 / 4);
    }

    @Test
    void aPaletteIsAsLargeAsTheImageNeeds() {
        int[] few = {0x000000, 0xFF0000, 0x00FF00, 0x0000FF};
        int[] many = new int[200];
        for (int i = 0; i < many.length; i++) {
            many[i] = i % 8 << 21 | i / 8 % 8 << 13 | i / 64 << 6;
        }
        Quantizer simple = new Quantizer();
        simple.count(few);
        Quantizer rich = new Quantizer();
        rich.count(many);
        assertThat(simple.palette(4, 256)).hasSize(4);
        assertThat(rich.palette(4, 256)).hasSizeGreaterThan(100);
    }
}
