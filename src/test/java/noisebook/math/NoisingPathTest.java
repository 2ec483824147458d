package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import noisebook.math.NoiseSchedule.Kind;
import noisebook.picture.Pictures;
import org.junit.jupiter.api.Test;

final class NoisingPathTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(Kind.LINEAR, 1000);
    private static final double[] DARK = Pictures.tiled(new double[] {-1, -1, -1, .5, 1}, 4000);
    private static final long SEED = 42;

    private final NoisingPath one = NoisingPath.oneEpsilon(SCHEDULE, DARK, SEED);
    private final NoisingPath chain = NoisingPath.markovChain(SCHEDULE, DARK, SEED + 1, 0, 300, 600);

    @Test
    void bothStartAtTheImage() {
        assertThat(one.at(0)).containsExactly(DARK);
        assertThat(chain.at(0)).containsExactly(DARK);
    }

    @Test
    void bothHaveTheMomentsAndTheNoiseOfTheirTime() {
        for (NoisingPath path : new NoisingPath[] {one, chain}) {
            Moments expected = Moments.of(DARK).diffused(SCHEDULE.alphaBar(300));
            Moments measured = Moments.of(path.at(300));
            assertThat(measured.mean()).as("seed 42").isCloseTo(expected.mean(), within(.03));
            assertThat(measured.variance()).as("seed 42").isCloseTo(expected.variance(), within(.04));
            assertThat(KolmogorovSmirnov.toStandardNormal(path.noiseAt(300)))
                    .as("seed 42")
                    .isLessThan(.013);
        }
    }

    @Test
    void oneEpsilonIsTheSameNoiseAtEveryTime() {
        assertThat(one.noiseAt(600)).containsExactly(one.noiseAt(300), within(1e-12));
    }

    @Test
    void theChainForgetsItsNoise() {
        assertThat(Correlation.pearson(chain.noiseAt(300), chain.noiseAt(600)))
                .as("seed 43")
                .isCloseTo(SCHEDULE.noiseCorrelation(300, 600), within(.025));
    }

    @Test
    void sameSeedSameValuesAndNoneIsShared() {
        double[] again = NoisingPath.markovChain(SCHEDULE, DARK, SEED + 1, 300).at(300);
        assertThat(chain.at(300)).containsExactly(again);
        Arrays.fill(chain.at(300), 0);
        Arrays.fill(one.at(0), 0);
        assertThat(chain.at(300)).containsExactly(again);
        assertThat(chain.rows(0, 300)).isDeepEqualTo(new double[][] {DARK, again});
    }

    @Test
    void refusesTimesItDoesNotHave() {
        assertThatThrownBy(() -> chain.at(500)).hasMessageContaining("kept t = [0, 300, 600], not 500");
        assertThatThrownBy(() -> one.at(1001)).hasMessageContaining("[0, 1000], was 1001");
        assertThatThrownBy(() -> NoisingPath.markovChain(SCHEDULE, DARK, SEED, -1))
                .hasMessageContaining("[0, 1000], was -1");
        assertThatThrownBy(() -> NoisingPath.markovChain(SCHEDULE, DARK, SEED, 1001))
                .hasMessageContaining("was 1001");
        assertThatThrownBy(() -> NoisingPath.oneEpsilon(SCHEDULE, new double[0], SEED))
                .hasMessageContaining("x0");
    }
}
