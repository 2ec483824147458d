package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

final class ImageGridTest {
    @Test
    void frameLaysImagesOutRowByRow() {
        float[] pixels = {0, 1, .2f, .4f, 1, 1, 0, 0}; // (4, 1, 2)
        BufferedImage frame = ImageGrid.of(pixels, 1, 2).columns(2).frame();
        assertThat(frame.getWidth()).isEqualTo(4);
        assertThat(frame.getHeight()).isEqualTo(2);
        assertThat(samples(frame)).containsExactly(0, 255, 51, 102, 255, 255, 0, 0);
    }

    @Test
    void rangeMapsItsEndsToBlackAndWhiteAndClipsBeyond() {
        float[] pixels = {-9, -1, 0, 1, 9};
        BufferedImage frame = ImageGrid.of(pixels, 1, 5).range(-1, 1).frame();
        assertThat(samples(frame)).containsExactly(0, 0, 128, 255, 255);
    }

    @Test
    void everyPixelBecomesASquareOfItsOwnGrey() {
        BufferedImage image = ImageGrid.of(new float[] {.2f, .8f}, 1, 2).zoom(5).image();
        for (int x = 4; x < 14; x++) {
            assertThat(image.getRaster().getSample(x, 6, 0)).as("x = %d", x).isEqualTo(x < 9 ? 51 : 204);
        }
    }

    @Test
    void namesMustCoverTheGrid() {
        ImageGrid grid = ImageGrid.of(new float[12], 2, 2).columns(3);
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
                .isThrownBy(() -> ImageGrid.of(new float[783], 28, 28))
                .withMessageContaining("784 values, had 783");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageGrid.of(new float[4], 0, 2))
                .withMessage("height must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageGrid.of(new float[4], 2, 2).range(1, 1))
                .withMessageContaining("low < high");
    }

    private static int[] samples(BufferedImage image) {
        return image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
    }
}
