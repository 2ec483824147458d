package noisebook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SceneRasterTest {
    private static final int PIXELS = 32 * 32;

    private final SceneRaster raster = new SceneRaster();

    private byte[] written() {
        byte[] pixels = new byte[3 * PIXELS];
        raster.write(pixels, 0);
        return pixels;
    }

    /** Pixels covered, those half covered counting half. */
    private double area(Convex shape) {
        raster.paint(Convex.box(0, 0, 32, 32), Rgb.BLACK);
        raster.paint(shape, Rgb.WHITE);
        double sum = 0;
        for (byte value : written()) {
            sum += (value & 0xff) / 255.0 / 3;
        }
        return sum;
    }

    @Test
    void shapesCoverTheirArea() {
        assertThat(area(Convex.box(4, 4, 10, 12))).isEqualTo(48, within(1e-9));
        assertThat(area(Convex.ellipse(16, 16, 9, 4, .7))).isCloseTo(Math.PI * 36, within(1.5));
        assertThat(area(Convex.polygon(4, 20, 24, 20, 10, 5))).isCloseTo(150, within(1.5));
        assertThat(area(Convex.polygon(10, 5, 24, 20, 4, 20))).isCloseTo(150, within(1.5));
    }

    /** Two half discs and the rectangle between them; with unequal ends, more than the trapezium between their diameters. */
    @Test
    void aLimbIsWhatTwoDiscsSpan() {
        assertThat(area(Convex.limb(8, 8, 3, 20, 13, 3))).isCloseTo(Math.PI * 9 + 6 * 13, within(1.5));
        assertThat(area(Convex.limb(8, 16, 5, 20, 16, 1))).isBetween(Math.PI * 13 + 6 * 12, Math.PI * 13 + 6 * 13);
    }

    @Test
    void aGrownShapeHasItsBorderFurtherOut() {
        assertThat(area(Convex.disc(16, 16, 4).grown(2))).isCloseTo(Math.PI * 36, within(1.5));
        assertThat(area(Convex.box(8, 8, 12, 12).grown(1))).isEqualTo(36, within(1e-9));
        assertThat(area(Convex.limb(8, 8, 2, 20, 13, 2).grown(1))).isCloseTo(Math.PI * 9 + 6 * 13, within(1.5));
    }

    @Test
    void whatLiesOutsideTheSheetIsLeftOut() {
        assertThat(area(Convex.disc(0, 0, 8))).isCloseTo(Math.PI * 16, within(1.5));
        assertThat(area(Convex.box(-9, 40, 50, 60))).isZero();
        assertThat(area(Convex.disc(-20, 16, 8))).isZero();
    }

    @Test
    void coloursAreWrittenChannelByChannel() {
        raster.paint(Convex.box(0, 0, 32, 32), 0x102030);
        raster.paint(Convex.box(1, 0, 1.5, 1), 0x304050);
        byte[] pixels = written();
        assertThat(new int[] {pixels[0], pixels[PIXELS], pixels[2 * PIXELS]}).containsExactly(0x10, 0x20, 0x30);
        assertThat(new int[] {pixels[1], pixels[PIXELS + 1], pixels[2 * PIXELS + 1]})
                .containsExactly(0x20, 0x30, 0x40);
    }

    @Test
    void aGlazeLetsThroughWhatIsBelow() {
        raster.paint(Convex.box(0, 0, 32, 32), 0x404040);
        raster.glaze(Convex.box(0, 0, 16, 32), Rgb.BLACK, .5);
        byte[] pixels = written();
        assertThat(pixels[0]).isEqualTo((byte) 0x20);
        assertThat(pixels[31]).isEqualTo((byte) 0x40);
    }

    @Test
    void aGradientRunsFromItsUpperColourToItsLower() {
        raster.paint(Convex.box(0, 0, 32, 32), SceneRaster.Paint.gradient(0, 0x7f7f7f, 8, 24));
        byte[] pixels = written();
        assertThat(pixels[0]).isZero();
        assertThat((double) pixels[16 * 32]).isCloseTo(127 * .53, within(1.0)); // its middle is half a pixel below 16
        assertThat(pixels[31 * 32]).isEqualTo((byte) 127);
    }

    @Test
    void theGroundLiesBelowItsLine() {
        raster.paint(Convex.box(0, 0, 32, 32), Rgb.BLACK);
        raster.paintBelow(x -> x < 16 ? 10 : 40, y -> Rgb.WHITE);
        byte[] pixels = written();
        assertThat(pixels[9 * 32]).isZero();
        assertThat(pixels[10 * 32]).isEqualTo((byte) 255);
        assertThat(pixels[31 * 32 + 31]).isZero();
    }
}
