package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

final class SurfaceTest {
    private static final int SIZE = 21;

    @Test
    void saddleRisesAtTheSidesAndFallsInFront() {
        Field saddle = Field.of(-1, 1, SIZE, (x, y) -> x * y);
        BufferedImage image = new Surface("V", "x (1)", "y (1)", saddle, ColorMap.DIVERGING).image();
        assertThat(image.getRGB(200, 225) >> 16 & 0xFF).as("red, left").isGreaterThan(150);
        assertThat(image.getRGB(480, 590) & 0xFF).as("blue, front").isGreaterThan(100);
        assertThat(image.getRGB(480, 590) >> 16 & 0xFF).as("red, front").isLessThan(110);
    }

    @Test
    void constantFieldIsFlat() {
        Field flat = Field.of(-1, 1, SIZE, (x, y) -> 3);
        assertThat(Drawings.count(
                        new Surface("V", "x (1)", "y (1)", flat, ColorMap.DIVERGING).image(),
                        new java.awt.Color(ColorMap.DIVERGING.rgb(.5))))
                .isGreaterThan(10_000);
    }

    @Test
    void aWayIsDrawnWhereTheSurfaceIsAndEndsInADot() {
        Field saddle = Field.of(-1, 1, SIZE, (x, y) -> x * y);
        Surface bare = new Surface("V", "x", "y", saddle, ColorMap.DIVERGING);
        BufferedImage marked = bare.path(new double[] {0, 0}).image();
        int middle = marked.getWidth() / 2;
        // the floor's middle lies at .65 of the height, the saddle half the range above it
        int height = (int) ((340 * .65 - 130 * .5) * marked.getHeight() / 340);
        assertThat(marked.getRGB(middle, height) & 0xFF).as("ink at the saddle").isLessThan(60);
        assertThat(bare.image().getRGB(middle, height) & 0xFF).isGreaterThan(120);
        assertThat(Png.pixels(bare.path(new double[] {5, 5}).image()))
                .as("outside nothing is drawn")
                .isEqualTo(Png.pixels(bare.image()));
    }

    @Test
    void betweenSamplesAFieldIsBilinear() {
        Field plane = Field.of(-2, 2, 9, (x, y) -> 3 * x - y + x * y);
        assertThat(plane.between(plane.column(.37), plane.row(-1.2)))
                .isCloseTo(3 * .37 + 1.2 - .37 * 1.2, within(1e-12));
    }
}
