package noisebook.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import noisebook.math.ExactDenoiser;
import noisebook.math.NoiseSchedule;
import noisebook.math.Prediction;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

final class DataDenoiserTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000);
    private static final ForwardProcess PROCESS = ForwardProcess.of(SCHEDULE);
    private static final float[] DATA = {1, -1, .5f, .25f, -.75f, 0};

    @Test
    void itIsTheClosedFormInDoubles() {
        ExactDenoiser exact = ExactDenoiser.of(DATA, 2);
        DataDenoiser model = DataDenoiser.of(PROCESS, new Shape(2), DATA);
        float[] x = {.3f, -.2f};
        for (int t : new int[] {20, 300, 1000}) {
            float[] epsilon = Scope.floats(m -> model.guess(
                    Prediction.EPSILON, m.create(x, new Shape(1, 2)), m.create(new float[] {t}), Condition.none()));
            double alphaBar = SCHEDULE.alphaBar(t);
            double[] x0 = exact.predictX0(new double[] {x[0], x[1]}, alphaBar);
            for (int k = 0; k < 2; k++) {
                double expected = (x[k] - Math.sqrt(alphaBar) * x0[k]) / Math.sqrt(1 - alphaBar);
                assertThat((double) epsilon[k]).as("t = %d", t).isCloseTo(expected, within(1e-4));
            }
        }
    }

    @Test
    void oneStepFromNoiseGivesTheMeanOfTheData() {
        float[] samples = Sampler.ddim(1).sample(DataDenoiser.of(PROCESS, new Shape(2), DATA), 50, 1);
        for (int i = 0; i < samples.length; i += 2) {
            assertThat(samples[i]).isCloseTo(.25f, within(.03f));
            assertThat(samples[i + 1]).isCloseTo(-.25f, within(.03f));
        }
    }

    @Test
    void numbersThatAreNotWholeSamplesAreRefused() {
        assertThatThrownBy(() -> DataDenoiser.of(PROCESS, new Shape(4), DATA))
                .hasMessage("6 numbers are not whole samples of shape (4)");
    }
}
