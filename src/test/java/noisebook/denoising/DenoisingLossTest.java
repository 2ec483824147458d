package noisebook.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import noisebook.data.DrawnDigits;
import noisebook.data.ImageSet;
import noisebook.diffusion.PointDenoiser;
import noisebook.math.LinearGaussianOptimum;
import noisebook.math.NoiseSchedule;
import noisebook.math.Prediction;
import noisebook.tensor.Compute;
import noisebook.tensor.GradMode;
import noisebook.tensor.Gradients;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

final class DenoisingLossTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(NoiseSchedule.Kind.COSINE, 100);
    private static final ForwardProcess PROCESS = ForwardProcess.of(SCHEDULE);
    private static final DenoisingLoss LOSS = DenoisingLoss.in(Prediction.EPSILON);

    private static Denoiser epsilon(Denoiser.Answer answer) {
        return Denoiser.of(PROCESS, Prediction.EPSILON, new Shape(1), answer);
    }

    private static float loss(Denoiser model, float[] x0, float[] t, float[] epsilon) {
        return loss(LOSS, model, x0, t, epsilon);
    }

    private static float loss(DenoisingLoss loss, Denoiser model, float[] x0, float[] t, float[] epsilon) {
        return Scope.floats(m -> loss.of(
                model, m.create(x0, new Shape(t.length, 1)), m.create(t), m.create(epsilon, new Shape(t.length, 1))))[
                0];
    }

    @Test
    void aModelThatAnswersZeroLosesTheMeanSquareOfTheNoise() {
        float[] epsilon = {1, -2, .5f};
        float found = loss(
                epsilon((xt, t, about) -> xt.zerosLike()),
                new float[] {.1f, .2f, .3f},
                new float[] {1, 50, 100},
                epsilon);
        assertThat(found).isCloseTo((1 + 4 + .25f) / 3, within(1e-6f));
    }

    @Test
    void aModelThatKnowsTheDataLosesNothing() {
        Denoiser knowsThatX0IsTwo =
                epsilon((xt, t, about) -> xt.sub(PROCESS.signal(t, xt).mul(2)).div(PROCESS.noise(t, xt)));
        float[] two = {2, 2, 2};
        assertThat(loss(knowsThatX0IsTwo, two, new float[] {1, 50, 100}, new float[] {1, -2, .5f}))
                .isCloseTo(0, within(1e-8f));
    }

    @Test
    void anErrorOfEpsilonCanBeJudgedAsOneOfTheVelocity() {
        float[] x0 = {.5f, -1, 0};
        float[] t = {1, 50, 100};
        float[] epsilon = {1, -2, .5f};
        Denoiser guess = epsilon((xt, at, about) -> xt.mul(.7f));
        double expected = 0;
        for (int i = 0; i < 3; i++) {
            double signal = Math.sqrt(SCHEDULE.alphaBar((int) t[i]));
            double noise = Math.sqrt(1 - signal * signal);
            double xt = signal * x0[i] + noise * epsilon[i];
            double guessedX0 = (xt - noise * .7 * xt) / signal;
            double error = signal * (.7 * xt - epsilon[i]) - noise * (guessedX0 - x0[i]); // of v = signal ε − noise x_0
            expected += error * error / 3;
        }
        assertThat((double) loss(DenoisingLoss.in(Prediction.VELOCITY), guess, x0, t, epsilon))
                .isCloseTo(expected, within(1e-4 * expected));
    }

    @Test
    void onAStraightPathItIsTheErrorOfNoiseMinusData() {
        float[] loss = Scope.floats(m -> DenoisingLoss.in(Prediction.VELOCITY)
                .of(
                        Denoiser.of(
                                ForwardProcess.straight(),
                                Prediction.VELOCITY,
                                new Shape(2),
                                (xt, t, about) -> xt.zerosLike()),
                        m.create(new float[] {1, 2, 3, 4}, new Shape(2, 2)),
                        m.create(new float[] {.5f, .5f}),
                        m.create(new float[] {2, 4, 3, 0}, new Shape(2, 2))));
        assertThat(loss[0]).isCloseTo((1 + 4 + 0 + 16) / 4f, within(1e-6f));
    }

    @Test
    void theModelIsAskedAtThePointTheTimeAndForTheClassOfEachSample() {
        float[] loss = Scope.floats(m -> {
            NDArray data = m.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
            Denoiser knowing = Denoiser.of( // knows that each sample is its class: v = (x_t − data) / t
                    ForwardProcess.straight(),
                    Prediction.VELOCITY,
                    new Shape(2),
                    (xt, t, about) -> xt.sub(
                                    data.get(m.create(about.rowOfEach(2, 2)).toType(DataType.INT64, false)))
                            .div(t.reshape(2, 1)));
            return DenoisingLoss.in(Prediction.VELOCITY)
                    .of(
                            knowing,
                            data,
                            m.create(new float[] {.3f, .7f}),
                            m.create(new float[] {2, 4, 3, 0}, new Shape(2, 2)),
                            Condition.classes(0, 1));
        });
        assertThat(loss[0]).isCloseTo(0, within(1e-6f));
    }

    @Test
    void heldOutImagesAreAskedForByTheirClassWhereWanted() {
        ImageSet digits = DrawnDigits.of("digits", 300, 1);
        List<Integer> asked = new ArrayList<>();
        Denoiser model =
                Denoiser.of(ForwardProcess.straight(), Prediction.VELOCITY, new Shape(1, 28, 28), (xt, t, about) -> {
                    Arrays.stream(about.rowOfEach((int) xt.size(0), 10)).forEach(asked::add);
                    return xt.zerosLike();
                });
        HeldOutLoss loss = HeldOutLoss.of(digits, 1).in(Prediction.VELOCITY);
        loss.byClass().average(model);
        assertThat(asked)
                .containsExactlyElementsOf(
                        Arrays.stream(digits.labels()).boxed().toList());
        asked.clear();
        loss.average(model);
        assertThat(asked).hasSize(300).containsOnly(10);
    }

    @Test
    void theBestDenoiserOfGaussianDataHasTheClosedFormLoss() {
        double variance = .3;
        int n = 200_000;
        Denoiser best = epsilon((xt, t, about) -> {
            NDArray signal = PROCESS.signal(t, xt).square().mul(variance);
            NDArray noise = PROCESS.noise(t, xt);
            return xt.mul(noise).div(signal.add(noise.square()));
        });
        Compute.seed(7, 0);
        float found = Scope.floats(m -> LOSS.of(
                best,
                m.randomNormal(new Shape(n, 1)).mul(Math.sqrt(variance)),
                PROCESS.drawTimes(m, n),
                m.randomNormal(new Shape(n, 1))))[0];
        double expected = LinearGaussianOptimum.epsilonMse(new double[] {variance}, SCHEDULE);
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
            NDArray t = PROCESS.drawTimes(m, 16);
            NDArray epsilon = m.randomNormal(new Shape(16, 2));
            NDArray bias = model.parameters().get("network.6.bias").value();
            float[] gradient;
            try (GradMode on = GradMode.on()) {
                NDArray loss = LOSS.of(model, x0, t, epsilon);
                gradient = Gradients.of(loss, List.of(bias)).head().toFloatArray();
            }
            try (GradMode off = GradMode.off()) {
                float step = 1e-2f; // the loss is a parabola in the last bias: the difference is exact
                for (int k = 0; k < 2; k++) {
                    float[] nudge = new float[2];
                    nudge[k] = step;
                    bias.addi(m.create(nudge));
                    float up = LOSS.of(model, x0, t, epsilon).getFloat();
                    bias.subi(m.create(nudge).mul(2));
                    float down = LOSS.of(model, x0, t, epsilon).getFloat();
                    bias.addi(m.create(nudge));
                    assertThat(gradient[k]).isCloseTo((up - down) / (2 * step), within(1e-4f));
                }
            }
        }
    }
}
