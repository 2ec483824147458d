package noisebook.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class InkTest {
    private static final int SIDE = 40;

    /** A stroke from row 5 to 34, so wide, that goes so far to the right for each row upwards. */
    private static double[] stroke(int width, double slant) {
        double[] pixels = new double[SIDE * SIDE];
        for (int row = 5; row < 35; row++) {
            double left = 18 + slant * (20 - row) - width / 2.;
            for (int column = 0; column < SIDE; column++) {
                double covered = Math.min(column + 1, left + width) - Math.max(column, left);
                pixels[row * SIDE + column] = Math.max(0, Math.min(1, covered));
            }
        }
        return pixels;
    }

    @Test
    void aStrokeLeansAsFarAsItWasDrawnAndItsOutlineSaysHowThickItIs() {
        for (int width : new int[] {2, 4, 6}) {
            for (double slant : new double[] {-.3, 0, .4}) {
                Ink ink = Ink.of(stroke(width, slant), SIDE);
                assertThat(ink.slant()).isCloseTo(slant, within(.01));
                double outline = 60 * Math.hypot(1, slant) + 2 * width; // two sides and two ends
                assertThat(ink.thickness()).isCloseTo(2 * 30 * width / outline, within(.08 * width));
                assertThat(ink.amount()).isCloseTo(30 * width, within(1e-9));
            }
        }
    }

    @Test
    void withoutInkThereIsNothingToMeasure() {
        assertThatThrownBy(() -> Ink.of(new double[784], 28))
                .hasMessage("there must be some ink in the picture: the sum of its pixels, was 0.0");
    }
}
