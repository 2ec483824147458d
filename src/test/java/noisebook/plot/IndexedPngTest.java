package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import noisebook.io.ImageBytes;
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
    void moreThanSixteenColoursTakeAByteAPixel() throws IOException {
        byte[] codes = {16, 0, 3};
        int[] palette = IntStream.rangeClosed(0, 16).map(i -> 0xFF000000 + i).toArray();
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(IndexedPng.bytes(codes, 3, palette)));
        assertThat(Png.pixels(read)).containsExactly(0xFF000010, 0xFF000000, 0xFF000003);
    }

    @Test
    void aDotOfAColourThatNothingElseHasKeepsIt() throws IOException {
        BufferedImage image = Drawings.plain(2000, 1000, Palette.series(0));
        for (int i = 0; i < 256; i++) {
            for (int y = 100; y < 1000; y++) {
                image.setRGB(i, y, new Color(i, i, i).getRGB());
            }
        }
        image.createGraphics().drawImage(Drawings.plain(12, 12, Palette.series(1)), 0, 0, null);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.bytes(image)));
        Color kept = new Color(read.getRGB(5, 5));
        assertThat(Math.hypot(
                        kept.getRed() - Palette.series(1).getRed(),
                        kept.getBlue() - Palette.series(1).getBlue()))
                .isLessThan(20);
    }

    @Test
    void chartsAreSmallerThanByTheWriterOfTheJdk() {
        BufferedImage chart =
                Chart.of("t", "x (1)", "y (1)").curve("sine", 0, 6, Math::sin).image();
        assertThat(Png.bytes(chart).length).isLessThan(ImageBytes.of("png", chart, 0).length * 3 / 4);
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
