package noisebook.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import noisebook.math.ChiSquaredUniformity;
import noisebook.math.DiffusionPosterior;
import noisebook.math.NoiseSchedule;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

final class ForwardProcessTest {
    private static final ForwardProcess PROCESS = ForwardProcess.of(NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000));

    @Test
    void everySampleIsNoisedAtItsOwnTime() {
        int[] t = {0, 1, 500, 1000};
        float[] x0 = {1, -.5f, .25f, .75f, -1, 0, 1, 1};
        float[] epsilon = {.3f, 2, -1, .5f, 0, -.25f, 1.5f, -2};
        float[] xt = Scope.floats(m -> PROCESS.diffuse(
                m.create(x0, new Shape(4, 1, 1, 2)),
                m.create(new float[] {0, 1, 500, 1000}),
                m.create(epsilon, new Shape(4, 1, 1, 2))));
        for (int i = 0; i < xt.length; i++) {
            assertThat((double) xt[i]).isCloseTo(PROCESS.path().diffuse(x0[i], t[i / 2], epsilon[i]), within(1e-6));
        }
    }

    @Test
    void onAStraightPathASampleLiesOnTheLineFromDataToNoise() {
        float[] xt = Scope.floats(m -> ForwardProcess.straight()
                .diffuse(
                        m.create(new float[] {1, 2, 3, 4}, new Shape(2, 2)),
                        m.create(new float[] {.25f, 1}),
                        m.create(new float[] {5, 0, -1, 8}, new Shape(2, 2))));
        assertThat(xt).containsExactly(new float[] {2, 1.5f, -1, 8}, within(1e-6f));
    }

    @Test
    void timesOfAStraightPathFillTheUnitInterval() {
        Compute.seed(5, 0);
        long[] counts = new long[20];
        for (float t : Scope.floats(m -> ForwardProcess.straight().drawTimes(m, 100_000))) {
            counts[(int) (20 * t)]++;
        }
        assertThat(ChiSquaredUniformity.of(counts).pValue()).as("seed 5").isGreaterThan(1e-3);
    }

    @Test
    void timestepsAreUniformOverOneToTWithTIncluded() {
        ForwardProcess short20 = ForwardProcess.of(NoiseSchedule.of(NoiseSchedule.Kind.COSINE, 20));
        Compute.seed(5, 0);
        long[] counts = new long[20];
        for (float t : Scope.floats(m -> short20.drawTimes(m, 100_000))) {
            counts[(int) t - 1]++;
        }
        assertThat(counts[19]).as("t = T, seed 5").isPositive();
        assertThat(ChiSquaredUniformity.of(counts).pValue()).as("seed 5").isGreaterThan(1e-3);
    }

    @Test
    void aStepOnFromXtLeadsToTheDistributionOfTheNext() {
        NoiseSchedule schedule = NoiseSchedule.of(NoiseSchedule.Kind.CONTINUOUS, 4);
        ForwardProcess process = ForwardProcess.of(schedule);
        float[] t = {1, 2, 3, 4};
        float[] kept = Scope.floats(m -> process.stepOn(m.ones(new Shape(4)), m.create(t), m.zeros(new Shape(4))));
        float[] added = Scope.floats(m -> process.stepOn(m.zeros(new Shape(4)), m.create(t), m.ones(new Shape(4))));
        for (int i = 0; i < 4; i++) {
            assertThat(kept[i] * schedule.signal(i)).isCloseTo(schedule.signal(i + 1), within(1e-6));
            double old = kept[i] * schedule.noise(i);
            assertThat(Math.hypot(old, added[i])).isCloseTo(schedule.noise(i + 1), within(1e-6));
        }
    }

    @Test
    void aStepBackIsADrawFromThePosterior() {
        NoiseSchedule schedule = NoiseSchedule.of(NoiseSchedule.Kind.CONTINUOUS, 4);
        DiffusionPosterior posterior = DiffusionPosterior.of(schedule);
        float[] x0 = {.3f, -1, .8f, 0};
        float[] xt = {1.2f, .5f, -2, 1};
        float[] noise = {.7f, -1.5f, .2f, 1};
        float[] back = Scope.floats(m -> ForwardProcess.of(schedule)
                .stepBack(m.create(x0), m.create(xt), m.create(new float[] {1, 2, 3, 4}), m.create(noise)));
        for (int i = 0; i < 4; i++) {
            double expected = posterior.mean(x0[i], xt[i], i + 1) + posterior.sigma(i + 1) * noise[i];
            assertThat((double) back[i]).isCloseTo(expected, within(1e-5));
        }
        assertThat(back[0]).as("x_0").isCloseTo(.3f, within(1e-6f));
    }
}
