package noisebook.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import noisebook.math.DiffusionPosterior;
import noisebook.math.GaussianPath;
import noisebook.math.NoiseSchedule;
import noisebook.math.Prediction;
import noisebook.math.StraightPath;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

final class StepBackLossTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(NoiseSchedule.Kind.COSINE, 100);

    private static Denoiser thatKnowsX0(GaussianPath path, double x0) {
        return Denoiser.of(
                ForwardProcess.of(path),
                Prediction.X0,
                new Shape(1),
                (xt, t, about) -> xt.zerosLike().add(x0));
    }

    private static float loss(Denoiser model, int t) {
        Compute.seed(1, 1);
        int n = 200_000;
        return Scope.floats(m -> StepBackLoss.of(model, m.ones(new Shape(n, 1)), m.full(new Shape(n), t), m))[0];
    }

    @Test
    void whoKnowsTheDataIsLeftWithTheVarianceOfTheStep() {
        DiffusionPosterior posterior = DiffusionPosterior.of(SCHEDULE);
        Denoiser knows = thatKnowsX0(SCHEDULE, 1);
        for (int t : new int[] {2, 30, 90}) {
            assertThat(loss(knows, t) / posterior.variance(t)).isCloseTo(1, within(.02));
        }
        assertThat(loss(knows, 1)).isLessThan(1e-9f);
    }

    @Test
    void anErrorInTheDataCountsAsTheStepWeighsIt() {
        DiffusionPosterior posterior = DiffusionPosterior.of(SCHEDULE);
        double expected = posterior.variance(30) + Math.pow(.5 * posterior.x0Coefficient(30), 2);
        assertThat(loss(thatKnowsX0(SCHEDULE, 1.5), 30) / expected).isCloseTo(1, within(.02));
    }

    @Test
    void aPathWithoutStepsIsRefused() {
        assertThatThrownBy(() -> loss(thatKnowsX0(new StraightPath(), 1), 1)).hasMessageContaining("whole steps");
    }
}
