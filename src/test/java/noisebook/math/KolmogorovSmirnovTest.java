package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

final class KolmogorovSmirnovTest {
    @Test
    void evenlySpacedQuantilesAreHalfAStepAway() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double[] samples = IntStream.range(0, 100)
                .mapToDouble(i -> normal.inverseCumulativeProbability((i + .5) / 100))
                .toArray();
        assertThat(KolmogorovSmirnov.toStandardNormal(samples)).isCloseTo(.005, within(1e-12));
    }

    @Test
    void oneValueForAllIsFarFromNormalByTheLargerSide() {
        double[] constant = {1, 1, 1, 1};
        double below = NormalDistribution.of(0, 1).cumulativeProbability(1);
        assertThat(KolmogorovSmirnov.toStandardNormal(constant)).isCloseTo(below, within(1e-15));
    }

    @Test
    void oneSampleKnowsAnyDistribution() {
        assertThat(KolmogorovSmirnov.oneSample(new double[] {.2, .9}, x -> x)).isCloseTo(.4, within(1e-15));
        assertThat(KolmogorovSmirnov.oneSample(new double[] {.1, .1}, x -> x)).isCloseTo(.9, within(1e-15));
    }

    @Test
    void shiftedGaussianIsAtItsClosedFormDistance() {
        Random random = new Random(42);
        double[] samples = random.doubles(100_000).toArray();
        NormalDistribution shifted = NormalDistribution.of(1, 1);
        double[] normal = IntStream.range(0, samples.length)
                .mapToDouble(i -> shifted.inverseCumulativeProbability(samples[i]))
                .toArray();
        double expected = 2 * NormalDistribution.of(0, 1).cumulativeProbability(.5) - 1;
        assertThat(KolmogorovSmirnov.toStandardNormal(normal)).as("seed 42").isCloseTo(expected, within(.005));
    }

    @Test
    void twoSamplesCountTiesOnBothSides() {
        assertThat(KolmogorovSmirnov.twoSample(new double[] {1, 1, 2}, new double[] {2, 1, 1}))
                .isZero();
        assertThat(KolmogorovSmirnov.twoSample(new double[] {1, 2, 3, 4}, new double[] {3, 4, 5, 6}))
                .isEqualTo(.5);
        assertThat(KolmogorovSmirnov.twoSample(new double[] {1, 1}, new double[] {2, 3}))
                .isEqualTo(1);
    }

    @Test
    void leavesItsInputAloneAndRefusesNone() {
        double[] samples = {3, 1, 2};
        KolmogorovSmirnov.toStandardNormal(samples);
        assertThat(samples).containsExactly(3, 1, 2);
        assertThatThrownBy(() -> KolmogorovSmirnov.toStandardNormal(new double[0]))
                .hasMessage("samples must have at least 2 elements, had 0");
    }
}
