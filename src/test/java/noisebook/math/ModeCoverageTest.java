package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ModeCoverageTest {
    private static final double[][] RING = ModeCoverage.ring(8, 2);

    @Test
    void ringIsEvenFromTheRight() {
        assertThat(RING[0]).containsExactly(2, 0);
        assertThat(RING[2]).containsExactly(new double[] {0, 2}, within(1e-15));
        assertThat(RING[5]).containsExactly(new double[] {-Math.sqrt(2), -Math.sqrt(2)}, within(1e-14));
    }

    @Test
    void samplesOfTheMixtureHitAllModes() {
        Random random = new Random(42);
        double[][] samples = new double[20_000][];
        Arrays.setAll(
                samples, i -> new double[] {
                    RING[i % 8][0] + .05 * random.nextGaussian(), RING[i % 8][1] + .05 * random.nextGaussian()
                });
        ModeCoverage coverage = ModeCoverage.of(samples, RING, .05);
        assertThat(coverage.modesHit()).isEqualTo(8);
        assertThat(coverage.shareGood()).as("seed 42").isCloseTo(1 - Math.exp(-4.5), within(.003));
    }

    @Test
    void collapsedSamplesHitOne() {
        ModeCoverage coverage = ModeCoverage.of(new double[][] {{2, 0}, {2, .1}, {0, 0}, {1.8, 0}}, RING, .05);
        assertThat(coverage.modesHit()).isEqualTo(1);
        assertThat(coverage.counts()).containsExactly(2, 0, 0, 0, 0, 0, 0, 0);
        assertThat(coverage.shareGood()).isEqualTo(.5);
        assertThatThrownBy(() -> ModeCoverage.of(new double[0][], RING, .05)).hasMessageContaining("samples");
    }
}
