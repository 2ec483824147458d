package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class BernoulliEntropyTest {
    @Test
    void blackAndWhiteAreFreeAndGreyCostsLogTwo() {
        assertThat(BernoulliEntropy.of(0)).isZero();
        assertThat(BernoulliEntropy.of(1)).isZero();
        assertThat(BernoulliEntropy.of(.5)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(BernoulliEntropy.of(.2)).isCloseTo(BernoulliEntropy.of(.8), within(1e-15));
    }

    @Test
    void sumsOverPixelsAndAveragesOverImages() {
        float[] twoImages = {.5f, .5f, .5f, 0, 1, .5f};
        assertThat(BernoulliEntropy.perImage(twoImages, 3)).isCloseTo(2 * Math.log(2), within(1e-15));
        assertThatThrownBy(() -> BernoulliEntropy.perImage(twoImages, 4))
                .hasMessage("6 pixels are not whole images of 4");
    }

    @Test
    void noPredictionIsBelowTheFloor() {
        double p = .3;
        for (double q = .01; q < 1; q += .01) {
            double crossEntropy = -p * Math.log(q) - (1 - p) * Math.log(1 - q);
            assertThat(crossEntropy).isGreaterThanOrEqualTo(BernoulliEntropy.of(p) - 1e-15);
        }
    }
}
