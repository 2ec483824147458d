package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import noisebook.math.NoiseSchedule.Kind;
import org.junit.jupiter.api.Test;

final class DdimStepTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(Kind.LINEAR, 1000);

    @Test
    void fullEtaIsTheDdpmPosterior() {
        DiffusionPosterior posterior = DiffusionPosterior.of(SCHEDULE);
        for (int t = 1; t <= 1000; t++) {
            DdimStep step = DdimStep.of(SCHEDULE, t, t - 1, 1);
            double xt = SCHEDULE.diffuse(.4, t, -1.1);
            assertThat(step.sigma()).isCloseTo(posterior.sigma(t), within(1e-12));
            assertThat(step.apply(.4, -1.1, 0)).isCloseTo(posterior.mean(.4, xt, t), within(1e-9));
        }
    }

    @Test
    void zeroEtaMovesAlongOneEpsilonAndAddsNoNoise() {
        DdimStep step = DdimStep.of(SCHEDULE, 800, 300, 0);
        assertThat(step.apply(.4, -1.1, 5)).isEqualTo(SCHEDULE.diffuse(.4, 300, -1.1));
    }

    @Test
    void everyEtaKeepsTheNoiseOfItsTimestep() {
        for (double eta = 0; eta <= 1; eta += .25) {
            DdimStep step = DdimStep.of(SCHEDULE, 700, 350, eta);
            double variance = Math.pow(step.epsilonCoefficient(), 2) + Math.pow(step.sigma(), 2);
            assertThat(variance).isCloseTo(1 - SCHEDULE.alphaBar(350), within(1e-14));
        }
    }

    @Test
    void onAStraightPathItFollowsTheLineToTheSameEpsilon() {
        StraightPath straight = new StraightPath();
        assertThat(DdimStep.of(straight, .8, .3, 0).apply(.4, -1.1, 5)).isEqualTo(straight.diffuse(.4, .3, -1.1));
        DdimStep fromNoise = DdimStep.of(straight, 1, .5, 1); // x_1 knows nothing of the data: all noise is fresh
        assertThat(fromNoise).isEqualTo(new DdimStep(.5, 0, .5));
    }

    @Test
    void stepToTheDataAddsNoNoise() {
        assertThat(DdimStep.of(SCHEDULE, 200, 0, 1)).isEqualTo(new DdimStep(1, 0, 0));
    }

    @Test
    void refusesToGoForwardAndWrongEta() {
        assertThatThrownBy(() -> DdimStep.of(SCHEDULE, 5, 5, 0)).hasMessageContaining("t = 5, s = 5");
        assertThatThrownBy(() -> DdimStep.of(SCHEDULE, 5, 4, 1.5)).hasMessage("eta must be in [0, 1], was 1.5");
        assertThatThrownBy(() -> DdimStep.of(SCHEDULE, 5, -1, 0)).hasMessage("t must be in [0, 1000], was -1");
    }
}
