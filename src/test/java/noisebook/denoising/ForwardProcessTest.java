package noisebook.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import noisebook.math.ChiSquaredUniformity;
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
}
