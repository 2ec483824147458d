package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import noisebook.data.Images;
import org.junit.jupiter.api.Test;

final class PngTest {
    @Test
    void greyIsExact() throws IOException {
        BufferedImage grey = ImageGrid.of(Images.grey(28, 28, Drawings.noisyDigits(4, .5, new Random(1))))
                .frame();
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.bytes(grey)));
        assertThat(read.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertThat(Png.pixels(read)).isEqualTo(Png.pixels(grey));
    }

    @Test
    void fewColoursAreExact() throws IOException {
        BufferedImage image = Drawings.plain(16, 16, Palette.series(0));
        for (int i = 0; i < 200; i++) {
            image.setRGB(i % 16, i / 16, new Color(i, 4 * (i % 60), 255 - i).getRGB());
        }
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.bytes(image)));
        int[] expected = Png.pixels(image);
        int[] actual = Png.pixels(read);
        for (int i = 0; i < expected.length; i++) {
            assertThat(new Color(actual[i])).as("pixel %d", i).satisfies(near(new Color(expected[i]), 4));
        }
    }

    @Test
    void manyColoursStayClose() throws IOException {
        BufferedImage image = Chart.of("t", "x (1)", "y (1)")
                .field(Field.of(-2, 2, 150, (x, y) -> x * y), ColorMap.VIRIDIS)
                .image();
        byte[] bytes = Png.bytes(image);
        int[] expected = Png.pixels(image);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(read.getColorModel()).isInstanceOf(IndexColorModel.class);
        int[] actual = Png.pixels(read);
        for (int i = 0; i < expected.length; i += 97) {
            assertThat(new Color(actual[i])).as("pixel %d", i).satisfies(near(new Color(expected[i]), 32));
        }
        assertThat(bytes).hasSizeLessThan(80_000);
    }

    private static java.util.function.Consumer<Color> near(Color expected, int distance) {
        return actual -> assertThat(Math.abs(actual.getRed() - expected.getRed())
                        + Math.abs(actual.getGreen() - expected.getGreen())
                        + Math.abs(actual.getBlue() - expected.getBlue()))
                .as("%s instead of %s", actual, expected)
                .isLessThanOrEqualTo(distance);
    }
}
