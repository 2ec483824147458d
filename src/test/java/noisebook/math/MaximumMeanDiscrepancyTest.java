package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MaximumMeanDiscrepancyTest {
    private static double[][] normal(double mean, Random random) {
        double[][] points = new double[800][1];
        Arrays.stream(points).forEach(point -> point[0] = mean + random.nextGaussian());
        return points;
    }

    private static double[][] quantiles(double mean) {
        return Arrays.stream(NormalQuantiles.of(1000))
                .mapToObj(quantile -> new double[] {mean + quantile})
                .toArray(double[][]::new);
    }

    /** For N(0, 1), N(m, 1) and bandwidth h: {@code 2 (1 − exp(−m²/(2 (h² + 2)))) · h/√(h² + 2)}. */
    @Test
    void equalsTheClosedFormOfTwoGaussians() {
        double expected = 2 * (1 - Math.exp(-1. / 6)) / Math.sqrt(3);
        assertThat(MaximumMeanDiscrepancy.squared(quantiles(0), quantiles(1), 1))
                .isCloseTo(expected, within(.002));
    }

    @Test
    void isAboutZeroForOneDistribution() {
        Random random = new Random(42);
        assertThat(MaximumMeanDiscrepancy.squared(normal(0, random), normal(0, random), 1))
                .as("seed 42")
                .isCloseTo(0, within(.004));
    }

    @Test
    void countsEachPointWithTheOthersOnly() {
        double[][] pair = {{0}, {2}};
        double[][] far = {{1e9}, {-1e9}};
        assertThat(MaximumMeanDiscrepancy.squared(pair, far, 1)).isCloseTo(Math.exp(-2), within(1e-15));
        assertThatThrownBy(() -> MaximumMeanDiscrepancy.squared(pair, new double[1][1], 1))
                .hasMessage("second must have at least 2 elements, had 1");
    }
}
