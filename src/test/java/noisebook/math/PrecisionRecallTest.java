package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PrecisionRecallTest {
    /** Points of a cluster about (center, 0), of unit spread. */
    private static double[][] cluster(double center, int count, Random random) {
        double[][] points = new double[count][];
        Arrays.setAll(points, i -> new double[] {center + random.nextDouble(), random.nextDouble()});
        return points;
    }

    private static double[][] join(double[][] a, double[][] b) {
        double[][] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }

    @Test
    void plantedShareOfBadSamplesIsLostPrecision() {
        Random random = new Random(42);
        double[][] data = cluster(0, 400, random);
        double[][] samples = join(Arrays.copyOf(data, 300), cluster(100, 100, random));
        assertThat(PrecisionRecall.of(data, samples, 3).precision()).isEqualTo(.75);
        assertThat(PrecisionRecall.of(data, samples, 3).recall()).as("seed 42").isGreaterThan(.97);
    }

    @Test
    void missingModeIsLostRecall() {
        Random random = new Random(42);
        double[][] mode = cluster(0, 100, random);
        double[][] data = join(mode, cluster(100, 300, random));
        PrecisionRecall measured = PrecisionRecall.of(data, mode, 3);
        assertThat(measured).isEqualTo(new PrecisionRecall(1, .25));
    }

    @Test
    void ballsReachToTheKthNeighbour() {
        double[][] data = {{0}, {1}, {3}};
        double[][] samples = {{4.9}, {5.1}, {-1.1}};
        assertThat(PrecisionRecall.of(data, samples, 1).precision()).isCloseTo(1 / 3., within(1e-15));
    }

    @Test
    void refusesSetsWithoutNeighbours() {
        double[][] two = {{0}, {1}};
        assertThatThrownBy(() -> PrecisionRecall.of(two, two, 2))
                .hasMessage("data must have at least 3 elements, had 2");
        assertThatThrownBy(() -> PrecisionRecall.of(two, two, 0)).hasMessage("k must be at least 1, was 0");
    }

    @Test
    void nearestIsTheClosestPoint() {
        assertThat(Distances.nearest(new double[] {1, 1}, new double[][] {{0, 0}, {1, 2}, {5, 5}}))
                .isEqualTo(1);
        assertThat(Distances.squared(new double[] {1, 1}, new double[] {4, 5})).isEqualTo(25);
    }
}
