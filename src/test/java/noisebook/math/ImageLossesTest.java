package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ImageLossesTest {
    private static final double[][] IMAGES = {{0, .2}, {0, .4}, {.9, .9}};

    private static double total(double[] candidate, boolean squared) {
        return Arrays.stream(IMAGES)
                .mapToDouble(x -> squared ? ImageLosses.mse(x, candidate) : ImageLosses.l1(x, candidate))
                .sum();
    }

    @Test
    void lossesAreMeansOverPixels() {
        assertThat(ImageLosses.mse(new double[] {0, 1}, new double[] {.5, 1})).isEqualTo(.125);
        assertThat(ImageLosses.l1(new double[] {0, 1}, new double[] {.5, 1})).isEqualTo(.25);
        assertThatThrownBy(() -> ImageLosses.mse(new double[1], new double[2])).hasMessageContaining("1 and 2");
    }

    @Test
    void meanAndMedianAreTheOptima() {
        assertThat(ImageLosses.mseOptimum(IMAGES)).containsExactly(new double[] {.3, .5}, within(1e-15));
        assertThat(ImageLosses.l1Optimum(IMAGES)).containsExactly(0, .4);
        assertThat(ImageLosses.l1Optimum(new double[][] {{4}, {8}, {1}, {2}})).containsExactly(3);
    }

    @Test
    void everyOtherImageIsWorse() {
        double[] mean = ImageLosses.mseOptimum(IMAGES);
        double[] median = ImageLosses.l1Optimum(IMAGES);
        for (double step : new double[] {-.1, -.01, .01, .1}) {
            assertThat(total(new double[] {mean[0], mean[1] + step}, true)).isGreaterThan(total(mean, true));
            assertThat(total(new double[] {median[0], median[1] + step}, false)).isGreaterThan(total(median, false));
        }
    }
}
