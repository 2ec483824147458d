package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LinearProbeTest {
    private static final double[][] LINE = {{0, 7}, {1, 7}, {4, 7}, {5, 7}};
    private static final int[] SIDES = {0, 0, 1, 1};

    @Test
    void whatLiesOpenIsRead() {
        LinearProbe probe = LinearProbe.fit(LINE, SIDES, 1e-6);
        assertThat(probe.predict(new double[][] {{-3, 7}, {2, 7}, {3, 7}, {9, 7}}))
                .containsExactly(0, 0, 1, 1);
        assertThat(probe.accuracy(LINE, new int[] {0, 0, 0, 1})).isEqualTo(.75);
    }

    @Test
    void aRingAroundAHeapDoesNotLieOpen() {
        Random random = new Random(1);
        double[][] points = IntStream.range(0, 400)
                .mapToObj(i -> {
                    double angle = 2 * Math.PI * random.nextDouble();
                    double radius = i % 2 == 0 ? .5 : 3;
                    return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
                })
                .toArray(double[][]::new);
        int[] labels = IntStream.range(0, 400).map(i -> i % 2).toArray();
        assertThat(LinearProbe.fit(points, labels, .01).accuracy(points, labels))
                .isCloseTo(.5, Offset.offset(.1));
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> LinearProbe.fit(LINE, new int[3], 1)).hasMessageContaining("labels");
        assertThatThrownBy(() -> LinearProbe.fit(LINE, SIDES, 0)).hasMessageContaining("ridge must be above 0");
    }
}
