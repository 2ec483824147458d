package noisebook.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import noisebook.data.Images;
import noisebook.math.DiffusionPosterior;
import noisebook.math.GaussianPath;
import noisebook.math.NoiseSchedule;
import noisebook.math.Prediction;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every walk on every path, and what sets each apart. */
final class SamplerTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(NoiseSchedule.Kind.COSINE, 40);
    private static final ForwardProcess CURVED = ForwardProcess.of(SCHEDULE);
    private static final ForwardProcess STRAIGHT = ForwardProcess.straight();
    private static final Shape SHAPE = new Shape(1, 2, 2);
    private static final float[] DATA = {1, -1, .5f, 0, -.5f, .25f, 1, -1, 0, 0, .75f, -.25f};
    private static final int N = 6;

    private static Denoiser model(ForwardProcess process) {
        return DataDenoiser.of(process, SHAPE, DATA);
    }

    static Stream<Arguments> walks() {
        List<Sampler> samplers = List.of(
                Sampler.ddpm(40),
                Sampler.ddpm(40).unlimited(),
                Sampler.ddim(1),
                Sampler.ddim(7),
                Sampler.ddim(7, .5).unlimited(),
                Sampler.euler(7),
                Sampler.heun(7));
        return Stream.of(CURVED, STRAIGHT)
                .flatMap(process -> samplers.stream().map(sampler -> Arguments.of(sampler, process)));
    }

    /** A model of N(0, s²) for each number: the best x_0 is {@code a s² x_t / (a² s² + b²)}. */
    private static Denoiser gaussian(ForwardProcess process, double s, Shape shape) {
        DoubleUnaryOperator share = t -> {
            double a = process.path().signal(t);
            double b = process.path().noise(t);
            return a * s * s / (a * a * s * s + b * b);
        };
        return Denoiser.of(process, Prediction.X0, shape, (xt, t, about) -> xt.mul(process.each(t, xt, share)));
    }

    /** Euler's and Heun's steps go straight on, and on a curved path past the mark. */
    static float nearness(Sampler sampler, ForwardProcess process) {
        return sampler.toString().startsWith("DDIM") || process == STRAIGHT ? .002f : .05f;
    }

    private static double meanSquare(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value * (double) value;
        }
        return sum / values.length;
    }

    @ParameterizedTest
    @MethodSource("walks")
    void theWalkGoesFromTheEndOfThePathDownAndTheModelIsAskedAtEachStop(Sampler sampler, ForwardProcess process) {
        List<Double> times = new ArrayList<>();
        sampler.sample(model(process), N, Condition.none(), 11, (step, steps, t, xt, x0) -> times.add(t));
        assertThat(times).hasSize(sampler.steps()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(times.get(0)).isEqualTo(process.path().end());
        assertThat(times.get(times.size() - 1)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("walks")
    void theModelIsAskedOnceAStepAndByHeunTwiceButInTheLast(Sampler sampler, ForwardProcess process) {
        CountingDenoiser counted = CountingDenoiser.of(model(process));
        sampler.sample(counted, N, 11);
        int expected = sampler.toString().startsWith("HEUN") ? 2 * sampler.steps() - 1 : sampler.steps();
        assertThat(counted.passes()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("walks")
    void theSameSeedGivesTheSameBytesWatchedOrNot(Sampler sampler, ForwardProcess process) {
        Denoiser model = model(process);
        float[] samples = sampler.sample(model, N, 11);
        assertThat(samples).hasSize(24).doesNotContain(Float.NaN);
        assertThat(sampler.sample(model, N, Condition.none(), 11, Trajectory.of(3)))
                .isEqualTo(samples);
        boolean meansOnly = sampler.steps() == 1 && process == STRAIGHT; // at t = 1 every start has the same x_0
        assertThat(Arrays.equals(sampler.sample(model, N, 12), samples)).isEqualTo(meansOnly);
    }

    @ParameterizedTest
    @MethodSource("walks")
    void dataOfOneSampleIsFoundWhateverTheModelPredicts(Sampler sampler, ForwardProcess process) {
        float[] only = {1, -1, .5f, 0};
        Denoiser knowing = DataDenoiser.of(process, new Shape(4), only);
        for (Prediction predicts : Prediction.values()) {
            if (predicts == Prediction.EPSILON && process == STRAIGHT) {
                continue; // at t = 1 ε says nothing of x_0
            }
            Denoiser model = Denoiser.of(
                    process, predicts, new Shape(4), (xt, t, about) -> knowing.guess(predicts, xt, t, about));
            float[] found = sampler.sample(model, 2, 1);
            for (int i = 0; i < found.length; i++) {
                assertThat(found[i])
                        .as("%s, %s", sampler, predicts)
                        .isCloseTo(only[i % 4], within(nearness(sampler, process)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("walks")
    void noTensorIsLeftBehindNotEvenByAnInterruption(Sampler sampler, ForwardProcess process) {
        Denoiser model = model(process);
        sampler.sample(model, N, 1);
        int before = Compute.liveTensors();
        sampler.sample(model, N, 1);
        if (sampler.steps() > 1) {
            assertThatThrownBy(() -> sampler.sample(
                            model,
                            N,
                            Condition.none(),
                            1,
                            (i, n, t, xt, x0) -> Thread.currentThread().interrupt()))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("sampling was stopped after 1 of " + sampler.steps() + " steps");
        }
        assertThat(Thread.interrupted()).as("the interrupt was consumed").isFalse();
        assertThat(Compute.liveTensors()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("walks")
    void aWalkThatStartsNearTheDataStaysNearIt(Sampler sampler, ForwardProcess process) {
        GaussianPath path = process.path();
        double early = path.whole() ? path.end() / 2 : .15;
        Images start = Images.grey(2, 2, new float[] {1, 0, .75f, .5f, .25f, .625f, 1, 0});
        Sampler few = sampler.steps() > 20 ? Sampler.ddpm(20) : sampler;
        List<Double> times = new ArrayList<>();
        Images near = few.variations(
                model(process), start, early, Condition.none(), 3, (step, steps, t, xt, x0) -> times.add(t));
        assertThat(times.get(0)).isEqualTo(early);
        assertThat(near.count()).isEqualTo(2);
        if (!path.whole()) {
            assertThat(near.largestDifference(0, start, 0)).isLessThan(.01);
            assertThat(near.largestDifference(1, start, 1)).isLessThan(.01);
        }
    }

    @Test
    void ddimWithFreshNoiseInAllStepsIsDdpm() {
        DiffusionPosterior posterior = DiffusionPosterior.of(SCHEDULE);
        Denoiser model = model(CURVED);
        Trajectory walk = Trajectory.of(40);
        Sampler.ddpm(40).sample(model, N, Condition.none(), 5, walk);
        for (int i = 0; i + 1 < 40; i++) {
            Trajectory.Frame here = walk.frames().get(i);
            float[] noise = noise(5, i + 1);
            float[] next = walk.frames().get(i + 1).xt();
            for (int k = 0; k < next.length; k++) {
                int t = (int) here.t();
                double expected = posterior.mean(here.x0()[k], here.xt()[k], t) + posterior.sigma(t) * noise[k];
                assertThat((double) next[k]).isCloseTo(expected, within(1e-5));
            }
        }
    }

    private static float[] noise(long seed, long step) {
        Compute.seed(seed, step);
        return Scope.floats(m -> m.randomNormal(new Shape(N).addAll(SHAPE)));
    }

    @Test
    void onAStraightPathDdimIsEuler() {
        Denoiser model = model(STRAIGHT);
        assertThat(Sampler.ddim(9).unlimited().sample(model, N, 3))
                .containsExactly(Sampler.euler(9).sample(model, N, 3), within(1e-5f));
    }

    @Test
    void gaussianDataKeepsItsVarianceAndHeunComesCloserWithTheSamePasses() {
        Denoiser straight = gaussian(STRAIGHT, .3, new Shape(784));
        double heun = Math.abs(meanSquare(Sampler.heun(20).sample(straight, 64, 1)) - .09);
        double euler = Math.abs(meanSquare(Sampler.euler(39).sample(straight, 64, 1)) - .09);
        assertThat(heun)
                .as("error of the variance .09, seed 1")
                .isLessThan(.003)
                .isLessThan(euler);
        for (ForwardProcess process :
                List.of(STRAIGHT, ForwardProcess.of(NoiseSchedule.of(NoiseSchedule.Kind.COSINE, 400)))) {
            Denoiser model = gaussian(process, .3, new Shape(784));
            for (Sampler sampler : List.of(Sampler.euler(400), Sampler.ddim(400), Sampler.ddpm(400))) {
                assertThat(meanSquare(sampler.unlimited().sample(model, 64, 1)))
                        .as("%s on %s", sampler, process.path())
                        .isCloseTo(.09, within(.003));
            }
        }
    }

    @Test
    void manySamplesAreAskedForInPartsAndEachGetsItsOwnAnswerAndCondition() {
        List<Long> parts = new ArrayList<>();
        Denoiser byClass = Denoiser.of(CURVED, Prediction.X0, SHAPE, (xt, t, about) -> {
            parts.add(xt.getShape().get(0));
            int[] rows = about.rowOfEach((int) xt.size(0), 1000);
            float[] grey = new float[rows.length];
            for (int i = 0; i < grey.length; i++) {
                grey[i] = rows[i] / 1000f;
            }
            return xt.zerosLike().add(xt.getManager().create(grey).reshape(-1, 1, 1, 1));
        });
        int many = 2 * Sampler.CHUNK + 1;
        int[] labels = new int[many];
        Arrays.setAll(labels, i -> i);
        float[] samples = Sampler.ddim(1).sample(byClass, many, Condition.classes(labels), 11, SamplingListener.NONE);
        assertThat(parts).containsExactly((long) Sampler.CHUNK, (long) Sampler.CHUNK, 1L);
        for (int i = 0; i < samples.length; i++) {
            assertThat(samples[i]).isCloseTo(i / 4 / 1000f, within(1e-6f));
        }
    }

    @Test
    void pixelsStayWithinTheLimitAndOtherDataNeedNot() {
        Denoiser shouts = Denoiser.of(CURVED, Prediction.EPSILON, SHAPE, (xt, t, about) -> xt.mul(-9));
        assertThat(Sampler.ddpm(40).sample(shouts, N, 1)).containsAnyOf(1, -1);
        assertThat(Sampler.ddpm(40).unlimited().sample(shouts, N, 1)[0]).matches(x -> Math.abs(x) > 1);
        for (float pixel : Sampler.euler(3).images(shouts, N, 1).values()) {
            assertThat(pixel).isBetween(0f, 1f);
        }
    }

    @Test
    void impossibleWalksAreRefused() {
        Denoiser model = model(CURVED);
        assertThatThrownBy(() -> Sampler.ddim(41).sample(model, N, 1)).hasMessage("steps must be in [1, 40], was 41");
        assertThatThrownBy(() -> Sampler.ddim(4, 1.5)).hasMessage("eta must be in [0, 1], was 1.5");
        assertThatThrownBy(() -> Sampler.heun(0)).hasMessage("steps must be at least 1, was 0");
        assertThatThrownBy(() -> Trajectory.of(1)).hasMessage("frames must be at least 2, was 1");
        assertThatThrownBy(() -> Sampler.ddim(4).sample(model, 0, 1))
                .hasMessage("the number of samples must be at least 1, was 0");
        assertThatThrownBy(() -> Sampler.ddim(4).sample(model, 3, Condition.classes(1, 2), 1, SamplingListener.NONE))
                .hasMessage("samples and classes must be equally long, were 3 and 2");
        Images digits = Images.grey(3, 3, new float[9]);
        assertThatThrownBy(
                        () -> Sampler.ddim(4).variations(model, digits, 20, Condition.none(), 1, SamplingListener.NONE))
                .hasMessage("pictures must have shape (1, 1, 2, 2), was (1, 1, 3, 3)");
        assertThatThrownBy(() -> Sampler.ddim(4).points(model, 3, 1, SamplingListener.NONE))
                .hasMessage("the samples must be points, (2), was (1, 2, 2)");
    }

    @Test
    void aTrajectoryHasTheFirstAndTheLastStep() {
        Trajectory film = Trajectory.of(5);
        Sampler.ddpm(40).sample(model(CURVED), N, Condition.none(), 1, film);
        assertThat(film.frames())
                .extracting(Trajectory.Frame::time)
                .containsExactly("t = 40", "t = 30", "t = 20", "t = 11", "t = 1");
        Trajectory strip = Trajectory.of(50);
        float[] samples = Sampler.ddim(4).sample(model(CURVED), N, Condition.none(), 1, strip);
        assertThat(strip.frames()).hasSize(4);
        assertThat(strip.frames().get(3).x0()).isEqualTo(samples);
        assertThat(strip.guesses().count()).isEqualTo(4 * N);
        Trajectory straight = Trajectory.of(4);
        Sampler.heun(8).sample(model(STRAIGHT), N, Condition.none(), 1, straight);
        assertThat(straight.frames())
                .extracting(Trajectory.Frame::time)
                .containsExactly("t = 1", "t = 0.750", "t = 0.375", "t = 0.125");
    }

    @Test
    void picturesHaveTheShapeThatTheModelDraws() {
        Denoiser colour =
                Denoiser.of(STRAIGHT, Prediction.VELOCITY, new Shape(3, 4, 5), (xt, t, about) -> xt.zerosLike());
        Images drawn = Sampler.euler(2).images(colour, 2, 1);
        assertThat(drawn)
                .hasToString(Images.of(3, 4, 5, drawn.range(), new float[120]).toString());
    }
}
