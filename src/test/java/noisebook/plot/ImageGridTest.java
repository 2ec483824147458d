package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import org.junit.jupiter.api.Test;

final class ImageGridTest {
    @Test
    void frameLaysImagesOutRowByRow() {
        float[] pixels = {0, 1, .2f, .4f, 1, 1, 0, 0}; // (4, 1, 2)
        BufferedImage frame = ImageGrid.of(Images.grey(1, 2, pixels)).columns(2).frame();
        assertThat(frame.getWidth()).isEqualTo(4);
        assertThat(frame.getHeight()).isEqualTo(2);
        assertThat(samples(frame)).containsExactly(0, 255, 51, 102, 255, 255, 0, 0);
    }

    @Test
    void rangeMapsItsEndsToBlackAndWhiteAndClipsBeyond() {
        float[] pixels = {-9, -1, 0, 1, 9};
        BufferedImage frame =
                ImageGrid.of(Images.grey(1, 5, pixels)).range(-1, 1).frame();
        assertThat(samples(frame)).containsExactly(0, 0, 128, 255, 255);
    }

    @Test
    void everyPixelBecomesASquareOfItsOwnGrey() {
        BufferedImage image =
                ImageGrid.of(Images.grey(1, 2, new float[] {.2f, .8f})).zoom(5).image();
        for (int x = 4; x < 14; x++) {
            assertThat(image.getRaster().getSample(x, 6, 0)).as("x = %d", x).isEqualTo(x < 9 ? 51 : 204);
        }
    }

    @Test
    void namesMustCoverTheGrid() {
        ImageGrid grid = ImageGrid.of(Images.grey(2, 2, new float[12])).columns(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grid.columnNames("a", "b"))
                .withMessage("columnNames must name all 3, had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grid.rowNames("a", "b"))
                .withMessage("rowNames must name all 1, had 2");
    }

    @Test
    void rejectsSizesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageGrid.of(Images.grey(2, 2, new float[4])).range(1, 1))
                .withMessageContaining("low < high");
    }

    @Test
    void coloursAreShownChannelByChannelAndKeptInThePngFile() throws IOException {
        float[] redThenCyan = {1, 0, 0, 1, 0, .2f};
        ImageGrid grid = ImageGrid.of(Images.of(3, 1, 2, PixelRange.UNIT, redThenCyan));
        BufferedImage frame = grid.frame();
        assertThat(frame.getRGB(0, 0)).isEqualTo(0xffff0000);
        assertThat(frame.getRGB(1, 0)).isEqualTo(0xff00ff33);
        for (BufferedImage image :
                List.of(frame, Panels.row(grid.image(), grid.title("two pixels").image()))) {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.bytes(image)));
            assertThat(read.getColorModel()).isNotInstanceOf(IndexColorModel.class);
            assertThat(Png.pixels(read)).isEqualTo(Png.pixels(image));
        }
    }

    @Test
    void blackAndWhiteAreThoseOfTheRange() {
        Images signed = Images.grey(1, 3, new float[] {0, .5f, 1}).in(PixelRange.SIGNED);
        assertThat(samples(ImageGrid.of(signed).frame())).containsExactly(0, 128, 255);
    }

    private static int[] samples(BufferedImage image) {
        return image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
    }
}
