package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import noisebook.data.Images;
import org.junit.jupiter.api.Test;

final class PanelsTest {
    private final BufferedImage red = Drawings.plain(30, 20, Color.RED);
    private final BufferedImage blue = Drawings.plain(10, 40, Color.BLUE);

    @Test
    void rowsAreAsHighAsTheirHighestImage() {
        BufferedImage row = Panels.row(red, blue);
        assertThat(row.getWidth()).isEqualTo(30 + 16 + 10);
        assertThat(row.getHeight()).isEqualTo(40);
        assertThat(Drawings.count(row, Color.RED)).isEqualTo(600);
        assertThat(Drawings.count(row, Color.BLUE)).isEqualTo(400);
        assertThat(row.getRGB(15, 10)).isEqualTo(Color.RED.getRGB());
        assertThat(row.getRGB(15, 9)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void gridsBreakIntoRows() {
        BufferedImage grid = Panels.grid(2, red, blue, red);
        assertThat(grid.getWidth()).isEqualTo(30 + 16 + 10);
        assertThat(grid.getHeight()).isEqualTo(40 + 16 + 20);
    }

    @Test
    void greyImagesKeepTheirValues() {
        BufferedImage grey = ImageGrid.of(Images.grey(1, 1, new float[] {.2f})).frame();
        assertThat(Panels.row(grey).getRGB(0, 0) & 0xFFFFFF).isEqualTo(0x333333);
    }

    @Test
    void titlesStandAboveTheImage() {
        BufferedImage titled = Panels.titled("Small multiples", Panels.column(red, blue));
        assertThat(titled.getHeight()).isEqualTo(20 + 16 + 40 + 56);
        assertThat(Drawings.count(titled, Color.RED)).isEqualTo(600);
    }

    @Test
    void aTitleWiderThanTheImageIsNotCut() {
        BufferedImage titled = Panels.titled("A title that is wider than its picture", red);
        assertThat(titled.getWidth()).isGreaterThan(red.getWidth());
        for (int y = 0; y < titled.getHeight(); y++) {
            assertThat(titled.getRGB(0, y)).isEqualTo(Color.WHITE.getRGB());
            assertThat(titled.getRGB(titled.getWidth() - 1, y)).isEqualTo(Color.WHITE.getRGB());
        }
    }

    @Test
    void rejectsNothing() {
        assertThatIllegalArgumentException().isThrownBy(Panels::row).withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Panels.grid(0, red))
                .withMessage("columns must be at least 1, was 0");
    }
}
