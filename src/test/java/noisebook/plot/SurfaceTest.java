package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;

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
}
