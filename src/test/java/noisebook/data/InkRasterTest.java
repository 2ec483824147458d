package noisebook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import noisebook.data.DigitSkeletons.Point;
import org.junit.jupiter.api.Test;

final class InkRasterTest {
    private static final Dice DICE = Dice.of(42, 0);

    @Test
    void aLineHasTheInkOfItsArea() {
        PenPath line = path(new Point(0, 0, false), new Point(1, 0, false));
        line.fit(12, 14, 14);
        byte[] pixels = new byte[28 * 28];
        new InkRaster(28).draw(line, new double[] {2, 2}, 1, .1, pixels, 0);
        double ink = 0;
        for (byte pixel : pixels) {
            ink += (pixel & 0xff) / 255.;
        }
        // a rectangle of 12 × 4 and two half discs of radius 2, to the pixel grid's error
        assertThat(ink).isCloseTo(12 * 4 + Math.PI * 4, within(1.));
        assertThat(pixels[14 * 28 + 14]).isEqualTo((byte) 255);
        assertThat(pixels[20 * 28 + 14]).isZero();
    }

    @Test
    void aSteadyPenPassesThroughEveryPoint() {
        Point[] points = {new Point(0, 0, false), new Point(.3, .9, false), new Point(1, .2, false)};
        PenPath path = path(points);
        for (Point point : points) {
            boolean passed = false;
            for (int k = 0; k < path.size(); k++) {
                passed |= Math.hypot(path.x[k] - point.x(), path.y[k] - point.y()) < 1e-12;
            }
            assertThat(passed).as("passes %s", point).isTrue();
        }
    }

    @Test
    void aCornerIsSharpAndACurveIsNot() {
        assertThat(lowestY(true)).isEqualTo(0);
        assertThat(lowestY(false)).isLessThan(-.01);
    }

    /** Over (0, 0), (1, 0), (1, 1): a smooth pen swings above y = 0 before it turns down. */
    private static double lowestY(boolean corner) {
        PenPath path = path(new Point(0, 0, false), new Point(1, 0, corner), new Point(1, 1, false));
        double low = 0;
        for (int k = 0; k < path.size(); k++) {
            low = Math.min(low, path.y[k]);
        }
        return low;
    }

    private static PenPath path(Point... points) {
        return PenPath.of(List.of(List.of(points)), 0, DICE);
    }
}
