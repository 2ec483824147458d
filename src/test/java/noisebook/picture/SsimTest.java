package noisebook.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SsimTest {
    private static final int WIDTH = 20;

    private static double[] pattern() {
        double[] image = new double[16 * WIDTH];
        Arrays.setAll(image, i -> i * 37 % 101 / 100.);
        return image;
    }

    /** From scipy: convolve2d with the outer product of two normalised Gaussians, mode valid, float64. */
    @Test
    void equalsAnIndependentImplementation() {
        double[] a = pattern();
        double[] b = new double[a.length];
        Arrays.setAll(b, i -> .7 * a[i] + .3 * (i * 53 % 97 / 96.));
        assertThat(Ssim.between(a, b, WIDTH)).isCloseTo(0.8881906737127496, within(1e-12));
        assertThat(Ssim.between(b, a, WIDTH)).isEqualTo(Ssim.between(a, b, WIDTH));
    }

    @Test
    void imageIsWhollySimilarToItself() {
        assertThat(Ssim.between(pattern(), pattern(), WIDTH)).isCloseTo(1, within(1e-12));
    }

    @Test
    void shiftOfAFlatImageCostsItsLuminanceTermOnly() {
        double[] a = new double[400];
        double[] b = new double[400];
        Arrays.fill(a, .4);
        Arrays.fill(b, .6);
        assertThat(Ssim.between(a, b, 20)).isCloseTo((2 * .4 * .6 + 1e-4) / (.16 + .36 + 1e-4), within(1e-9));
    }

    @Test
    void negativeIsDissimilar() {
        double[] negative = Arrays.stream(pattern()).map(x -> 1 - x).toArray();
        assertThat(Ssim.between(pattern(), negative, WIDTH)).isNegative();
    }

    @Test
    void moreNoiseIsLessSimilar() {
        Random random = new Random(42);
        double[] noise = random.doubles(320).toArray();
        double before = 1;
        for (double strength = .1; strength < 1; strength += .2) {
            double by = strength;
            double[] noisy = new double[320];
            Arrays.setAll(noisy, i -> pattern()[i] + by * noise[i]);
            double similarity = Ssim.between(pattern(), noisy, WIDTH);
            assertThat(similarity).as("seed 42").isLessThan(before);
            before = similarity;
        }
    }

    @Test
    void refusesWhatIsSmallerThanAWindow() {
        assertThatThrownBy(() -> Ssim.between(new double[100], new double[100], 10))
                .hasMessage("SSIM needs whole rows and sides of at least 11 pixels, had 100 pixels in rows of 10");
        assertThatThrownBy(() -> Ssim.between(new double[401], new double[401], 20))
                .hasMessageContaining("401");
    }
}
