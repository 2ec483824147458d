package noisebook.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import noisebook.math.LinearGaussianOptimum;
import noisebook.math.NoiseSchedule;
import noisebook.tensor.Compute;
import noisebook.tensor.GradMode;
import noisebook.tensor.Gradients;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

final class DdpmLossTest {
    private static final ForwardProcess PROCESS = ForwardProcess.of(NoiseSchedule.of(NoiseSchedule.Kind.COSINE, 100));
    private static final DdpmLoss LOSS = DdpmLoss.of(PROCESS);

    private static float loss(Denoiser model, float[] x0, float[] t, float[] epsilon) {
        return loss(LOSS, model, x0, t, epsilon);
    }

    private static float loss(DdpmLoss loss, Denoiser model, float[] x0, float[] t, float[] epsilon) {
        return Scope.floats(m -> loss.loss(
                model, m.create(x0, new Shape(t.length, 1)), m.create(t), m.create(epsilon, new Shape(t.length, 1))))[
                0];
    }

    @Test
    void aModelThatAnswersZeroLosesTheMeanSquareOfTheNoise() {
        float[] epsilon = {1, -2, .5f};
        float found = loss((xt, t) -> xt.zerosLike(), new float[] {.1f, .2f, .3f}, new float[] {1, 50, 100}, epsilon);
        assertThat(found).isCloseTo((1 + 4 + .25f) / 3, within(1e-6f));
    }

    @Test
    void aModelThatKnowsTheDataLosesNothing() {
        Denoiser knowsThatX0IsTwo =
                (xt, t) -> xt.sub(PROCESS.signal(t, xt).mul(2)).div(PROCESS.noise(t, xt));
        float[] two = {2, 2, 2};
        assertThat(loss(knowsThatX0IsTwo, two, new float[] {1, 50, 100}, new float[] {1, -2, .5f}))
                .isCloseTo(0, within(1e-8f));
    }

    @Test
    void theBalancedLossIsTheSquaredErrorOfTheVelocity() {
        float[] x0 = {.5f, -1, 0};
        float[] t = {1, 50, 100};
        float[] epsilon = {1, -2, .5f};
        Denoiser guess = (xt, at) -> xt.mul(.7f);
        double expected = 0;
        for (int i = 0; i < 3; i++) {
            double signal = Math.sqrt(PROCESS.schedule().alphaBar((int) t[i]));
            double noise = Math.sqrt(1 - signal * signal);
            double xt = signal * x0[i] + noise * epsilon[i];
            double guessedX0 = (xt - noise * .7 * xt) / signal;
            double error = signal * (.7 * xt - epsilon[i]) - noise * (guessedX0 - x0[i]); // of v = signal ε − noise x_0
            expected += error * error / 3;
        }
        assertThat((double) loss(DdpmLoss.balanced(PROCESS), guess, x0, t, epsilon))
                .isCloseTo(expected, within(1e-4 * expected));
    }

    @Test
    void theBestDenoiserOfGaussianDataHasTheClosedFormLoss() {
        double variance = .3;
        int n = 200_000;
        Denoiser best = (xt, t) -> {
            NDArray signal = PROCESS.signal(t, xt).square().mul(variance);
            NDArray noise = PROCESS.noise(t, xt);
            return xt.mul(noise).div(signal.add(noise.square()));
        };
        Compute.seed(7, 0);
        float found = Scope.floats(m -> LOSS.loss(
                best,
                m.randomNormal(new Shape(n, 1)).mul(Math.sqrt(variance)),
                PROCESS.drawTimesteps(m, n),
                m.randomNormal(new Shape(n, 1))))[0];
        double expected = LinearGaussianOptimum.epsilonMse(new double[] {variance}, PROCESS.schedule());
        assertThat((double) found).as("seed 7").isCloseTo(expected, within(.005));
    }

    @Test
    void gradientsEqualFiniteDifferences() {
        PointDenoiser model = new PointDenoiser();
        model.initialize(3);
        Compute.seed(3, 1);
        try (Scope scope = Scope.open()) {
            NDManager m = scope.manager();
            NDArray x0 = m.randomNormal(new Shape(16, 2));
            NDArray t = PROCESS.drawTimesteps(m, 16);
            NDArray epsilon = m.randomNormal(new Shape(16, 2));
            NDArray bias = model.parameters().get("network.6.bias").value();
            float[] gradient;
            try (GradMode on = GradMode.on()) {
                NDArray loss = LOSS.loss(model, x0, t, epsilon);
                gradient = Gradients.of(loss, List.of(bias)).head().toFloatArray();
            }
            try (GradMode off = GradMode.off()) {
                float step = 1e-2f; // the loss is a parabola in the last bias: the difference is exact
                for (int k = 0; k < 2; k++) {
                    float[] nudge = new float[2];
                    nudge[k] = step;
                    bias.addi(m.create(nudge));
                    float up = LOSS.loss(model, x0, t, epsilon).getFloat();
                    bias.subi(m.create(nudge).mul(2));
                    float down = LOSS.loss(model, x0, t, epsilon).getFloat();
                    bias.addi(m.create(nudge));
                    assertThat(gradient[k]).isCloseTo((up - down) / (2 * step), within(1e-4f));
                }
            }
        }
    }
}
