package noisebook.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BlurTest {
    /** From scipy: gaussian_filter(sigma=1, mode='reflect', truncate=3), float64. */
    @Test
    void equalsAnIndependentImplementation() {
        double[] image = new double[16 * 20];
        Arrays.setAll(image, i -> i * 37 % 101 / 100.);
        double[] blurred = Blur.gaussian(image, 20, 1);
        assertThat(blurred[0]).isCloseTo(0.2538725962501792, within(1e-12));
        assertThat(blurred[7 * 20 + 11]).isCloseTo(0.5565080514430797, within(1e-12));
    }

    @Test
    void keepsTheMeanAndAFlatImage() {
        double[] flat = new double[12];
        Arrays.fill(flat, .3);
        assertThat(Blur.gaussian(flat, 4, 2)).containsExactly(flat, within(1e-15));
        double[] dot = new double[35];
        dot[3] = 1;
        assertThat(Arrays.stream(Blur.gaussian(dot, 7, 4)).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void noWidthIsNoBlurAndNegativeIsRefused() {
        double[] image = {1, 2, 3, 4};
        assertThat(Blur.gaussian(image, 2, 0)).containsExactly(image);
        assertThatThrownBy(() -> Blur.gaussian(image, 2, -1)).hasMessage("sigma must be at least 0, was -1.0");
    }
}
