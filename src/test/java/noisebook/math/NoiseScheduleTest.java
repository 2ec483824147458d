package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import noisebook.math.NoiseSchedule.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NoiseScheduleTest {
    /** From numpy: {@code np.cumprod(1 - beta)} in float64. */
    @ParameterizedTest
    @CsvSource({
        "LINEAR, 100, 0.89701814567496",
        "LINEAR, 250, 0.5240853738253606",
        "LINEAR, 500, 0.07858724288177824",
        "LINEAR, 1000, 4.035829765375676e-05",
        "COSINE, 250, 0.847012161326905",
        "COSINE, 500, 0.4938435904406382",
        "COSINE, 750, 0.14427210238573596"
    })
    void alphaBarIsTheProductOfAlphas(Kind kind, int t, double expected) {
        assertThat(NoiseSchedule.of(kind, 1000).alphaBar(t)).isCloseTo(expected, within(1e-13));
    }

    @Test
    void cosineFollowsItsClosedForm() {
        NoiseSchedule cosine = NoiseSchedule.of(Kind.COSINE, 400);
        double start = Math.pow(Math.cos(.008 / 1.008 * Math.PI / 2), 2);
        double middle = Math.pow(Math.cos((.5 + .008) / 1.008 * Math.PI / 2), 2);
        assertThat(cosine.alphaBar(200)).isCloseTo(middle / start, within(1e-12));
    }

    @Test
    void linearBetaRunsFromItsFirstToItsLastValue() {
        NoiseSchedule linear = NoiseSchedule.of(Kind.LINEAR, 1000);
        assertThat(linear.beta(1)).isEqualTo(1e-4);
        assertThat(linear.beta(1000)).isCloseTo(.02, within(1e-17));
        assertThat(linear.alpha(1000)).isCloseTo(.98, within(1e-16));
    }

    @Test
    void rescaledIsLinearAtAThousandAndKeepsItsEndOnShorterChains() {
        assertThat(NoiseSchedule.of(Kind.RESCALED, 1000).alphaBars())
                .containsExactly(NoiseSchedule.of(Kind.LINEAR, 1000).alphaBars());
        assertThat(NoiseSchedule.of(Kind.RESCALED, 50).beta(50)).isCloseTo(.4, within(1e-15));
        assertThat(NoiseSchedule.of(Kind.RESCALED, 50).alphaBar(50)).isLessThan(4.1e-5);
    }

    @Test
    void shortLinearChainIsNotNoise() {
        assertThat(NoiseSchedule.unchecked(Kind.LINEAR, 50).alphaBar(50)).isCloseTo(0.602951597329715, within(1e-13));
        assertThatThrownBy(() -> NoiseSchedule.of(Kind.LINEAR, 50))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alphaBar = 0.6030")
                .hasMessageContaining("T = 50")
                .hasMessageContaining("rescaled or cosine");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10, 50, 100, 1000})
    void cosineAndRescaledReachNoiseAtAnyLength(int timesteps) {
        assertThatCode(() -> NoiseSchedule.of(Kind.COSINE, timesteps)).doesNotThrowAnyException();
        assertThatCode(() -> NoiseSchedule.of(Kind.RESCALED, timesteps)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3})
    void refusesAChainWithoutSteps(int timesteps) {
        assertThatThrownBy(() -> NoiseSchedule.unchecked(Kind.COSINE, timesteps))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timesteps must be at least 1, was " + timesteps);
    }

    @Test
    void stepZeroIsTheDataAndTheLastStepIsIncluded() {
        NoiseSchedule schedule = NoiseSchedule.of(Kind.LINEAR, 1000);
        assertThat(schedule.alphaBar(0)).isEqualTo(1);
        assertThat(schedule.diffuse(.7, 0, 3)).isEqualTo(.7);
        assertThat(schedule.snr(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> schedule.beta(0)).hasMessage("t must be in [1, 1000], was 0");
        assertThatThrownBy(() -> schedule.alphaBar(1001)).hasMessage("t must be in [0, 1000], was 1001");
    }

    @Test
    void diffusedUnitVarianceStaysUnit() {
        NoiseSchedule schedule = NoiseSchedule.of(Kind.COSINE, 100);
        for (int t = 0; t <= 100; t++) {
            double signal = schedule.diffuse(1, t, 0);
            double noise = schedule.diffuse(0, t, 1);
            assertThat(signal * signal + noise * noise).isCloseTo(1, within(1e-15));
            assertThat(signal * signal / (noise * noise)).isCloseTo(schedule.snr(t), within(1e-9 * schedule.snr(t)));
        }
    }

    @Test
    void noiseOfTheChainIsCorrelatedAsItsMarkovStepsSay() {
        NoiseSchedule schedule = NoiseSchedule.of(Kind.LINEAR, 1000);
        // by hand: the noise in x_300, carried on to t = 600, over the noise there
        double carried = 1;
        for (int t = 301; t <= 600; t++) {
            carried *= Math.sqrt(schedule.alpha(t));
        }
        double expected = carried * Math.sqrt((1 - schedule.alphaBar(300)) / (1 - schedule.alphaBar(600)));
        assertThat(schedule.noiseCorrelation(300, 600))
                .isCloseTo(expected, within(1e-12))
                .isCloseTo(.2011, within(5e-5));
        assertThat(schedule.noiseCorrelation(600, 300)).isEqualTo(schedule.noiseCorrelation(300, 600));
    }

    @Test
    void theLinearScheduleEndsInNoiseFromFourHundredAndFiftySixStepsOn() {
        assertThat(NoiseSchedule.of(Kind.LINEAR, 456).alphaBar(456)).isLessThan(NoiseSchedule.MAX_FINAL_ALPHA_BAR);
        assertThatThrownBy(() -> NoiseSchedule.of(Kind.LINEAR, 455)).hasMessageContaining("which is not noise");
    }
}
