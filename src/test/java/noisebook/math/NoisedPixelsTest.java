package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import noisebook.math.NoiseSchedule.Kind;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

final class NoisedPixelsTest {
    private static final double[] DARK = {-1, -1, -1, -1, -.8, 0, .5, 1};

    @Test
    void allNoiseIsStandardNormal() {
        assertThat(NoisedPixels.of(DARK).distanceToNormal(0)).isCloseTo(0, within(1e-15));
        assertThat(NoisedPixels.of(DARK).density(.3, 0))
                .isCloseTo(NormalDistribution.of(0, 1).density(.3), within(1e-15));
    }

    @Test
    void onePixelIsOneGaussian() {
        NormalDistribution expected = NormalDistribution.of(.5 * .8, Math.sqrt(.75));
        NoisedPixels one = NoisedPixels.of(new double[] {.8, .8});
        assertThat(one.density(.1, .25)).isCloseTo(expected.density(.1), within(1e-15));
        assertThat(one.cumulative(.1, .25)).isCloseTo(expected.cumulativeProbability(.1), within(1e-15));
    }

    @Test
    void distanceIsThatOfSamples() {
        NoiseSchedule schedule = NoiseSchedule.of(Kind.LINEAR, 1000);
        Random random = new Random(42);
        for (int t : new int[] {100, 250, 500, 1000}) {
            double[] samples = new double[100_000];
            Arrays.setAll(samples, i -> schedule.diffuse(DARK[i % DARK.length], t, random.nextGaussian()));
            assertThat(NoisedPixels.of(DARK).distanceToNormal(schedule.alphaBar(t)))
                    .as("seed 42, t = %d", t)
                    .isCloseTo(KolmogorovSmirnov.toStandardNormal(samples), within(.005));
        }
    }

    @Test
    void refusesNoPixels() {
        assertThatThrownBy(() -> NoisedPixels.of(new double[0])).hasMessageContaining("pixels");
    }
}
