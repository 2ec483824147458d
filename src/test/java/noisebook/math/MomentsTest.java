package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class MomentsTest {
    @Test
    void ofAFewNumbers() {
        Moments moments = Moments.of(new double[] {0, 0, 0, 4});
        assertThat(moments).isEqualTo(new Moments(1, 3, 6 / Math.pow(3, 1.5)));
        assertThat(Moments.of(new double[] {7, 7})).isEqualTo(new Moments(7, 0, 0));
        assertThatThrownBy(() -> Moments.of(new double[0])).hasMessageContaining("at least 1");
    }

    @Test
    void noiseShrinksMeanAndSkewAndBringsVarianceToOne() {
        Moments dark = Moments.of(new double[] {-1, -1, -1, 1});
        assertThat(dark.diffused(1)).isEqualTo(dark);
        assertThat(dark.diffused(0)).isEqualTo(new Moments(-0.0, 1, 0));
        assertThat(dark.diffused(.25).mean()).isCloseTo(-.25, within(1e-15));
        assertThat(dark.diffused(.25).variance()).isCloseTo(.25 * .75 + .75, within(1e-15));
    }

    @Test
    void diffusedMomentsAreThoseOfTheMixture() {
        double[] pixels = {-1, -.9, -1, .4, 1};
        NoisedPixels mixture = NoisedPixels.of(pixels);
        Moments expected = Moments.of(pixels).diffused(.3);
        double mean = Quadrature.integrate(x -> x * mixture.density(x, .3), -12, 12);
        double variance = Quadrature.integrate(x -> Math.pow(x - mean, 2) * mixture.density(x, .3), -12, 12);
        double third = Quadrature.integrate(x -> Math.pow(x - mean, 3) * mixture.density(x, .3), -12, 12);
        assertThat(expected.mean()).isCloseTo(mean, within(1e-9));
        assertThat(expected.variance()).isCloseTo(variance, within(1e-9));
        assertThat(expected.standardDeviation()).isCloseTo(Math.sqrt(variance), within(1e-9));
        assertThat(expected.skewness()).isCloseTo(third / Math.pow(variance, 1.5), within(1e-9));
    }

    @Test
    void exponentialNumbersHaveSkewTwo() {
        Random random = new Random(42);
        double[] exponential =
                random.doubles(200_000).map(u -> -Math.log(1 - u)).toArray();
        assertThat(Moments.of(exponential).skewness()).as("seed 42").isCloseTo(2, within(.1));
    }
}
