package noisebook.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import noisebook.math.GaussianMixture;
import noisebook.math.Moments;
import noisebook.math.NoiseSchedule;
import noisebook.math.Prediction;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks that are pushed, and walks that are walked backwards, where the outcome is known. */
final class SteeringTest {
    private static final ForwardProcess CURVED = ForwardProcess.of(NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000));
    private static final ForwardProcess STRAIGHT = ForwardProcess.straight();
    private static final int N = 500;
    private static final int STEPS = 40;
    private static final Shape ONE = new Shape(1);

    /** N(m, s²) with a recorded answer, so that gradients pass. */
    private static Denoiser gaussian(ForwardProcess process, Prediction predicts, double m, double s) {
        Denoiser knowsX0 = Denoiser.of(process, Prediction.X0, ONE, (xt, t, about) -> {
            NDArray a = process.signal(t, xt);
            NDArray b = process.noise(t, xt);
            NDArray gain = a.mul(s * s).div(a.square().mul(s * s).add(b.square()));
            return gain.mul(xt.sub(a.mul(m))).add(m);
        });
        return Denoiser.of(process, predicts, ONE, (xt, t, about) -> knowsX0.guess(predicts, xt, t, Condition.none()));
    }

    private static double[] drawn(Denoiser model, Condition about, int steps) {
        float[] x = Sampler.ddim(steps).unlimited().sample(model, N, about, 1, SamplingListener.NONE);
        double[] all = new double[x.length];
        Arrays.setAll(all, i -> x[i]);
        return all;
    }

    private static Condition zeros(int n) {
        return Condition.classes(new int[n]);
    }

    /** log p(0 | x) = 1.2 x and a constant, as far as x reaches. */
    private static NDArray loglinear(NDArray x) {
        NDArray probability = x.mul(1.2).sub(20).exp();
        return probability.log().concat(probability.neg().add(1).log(), 1);
    }

    static Stream<Arguments> paths() {
        return Stream.of(CURVED, STRAIGHT)
                .flatMap(path -> Arrays.stream(Prediction.values())
                        .filter(p -> path == CURVED || p == Prediction.VELOCITY)
                        .map(p -> Arguments.of(path, p)));
    }

    /** p(x) e^{g x} for N(m, s²) is N(m + s² g, s²): the mean moves by Σ g. */
    @ParameterizedTest
    @MethodSource("paths")
    void aClassifierMovesTheMeanOfAGaussianByItsVarianceTimesTheSlope(ForwardProcess process, Prediction predicts) {
        Denoiser model = gaussian(process, predicts, .5, .6);
        Denoiser steered = new Steered(model, SteeringTest::loglinear, 2, Steered.At.GUESS);
        Moments free = Moments.of(drawn(model, Condition.none(), STEPS));
        Moments pushed = Moments.of(drawn(steered, zeros(N), STEPS));
        assertThat(pushed.mean() - free.mean()).isCloseTo(.36 * 2 * 1.2, within(.04));
        assertThat(pushed.variance()).isCloseTo(free.variance(), within(.02));
    }

    @Test
    void askedAboutTheNoisyStateItMovesItElsewhere() {
        Denoiser model = gaussian(STRAIGHT, Prediction.VELOCITY, .5, .6);
        Denoiser steered = new Steered(model, SteeringTest::loglinear, 2, Steered.At.STATE);
        double moved = Moments.of(drawn(steered, zeros(N), STEPS)).mean()
                - Moments.of(drawn(model, Condition.none(), STEPS)).mean();
        assertThat(Math.abs(moved - .36 * 2 * 1.2)).isGreaterThan(.3);
    }

    @Test
    void withoutWeightOrWishTheModelGoesItsOwnWay() {
        Denoiser model = gaussian(STRAIGHT, Prediction.VELOCITY, .5, .6);
        UnaryOperator<NDArray> logits = SteeringTest::loglinear;
        double[] own = drawn(model, Condition.none(), 5);
        assertThat(drawn(new Steered(model, logits, 0, Steered.At.GUESS), zeros(N), 5))
                .isEqualTo(own);
        double[] unasked = drawn(new Steered(model, logits, 2, Steered.At.GUESS), Condition.none(), 5);
        for (int i = 0; i < own.length; i++) {
            assertThat(unasked[i]).isCloseTo(own[i], within(1e-6));
        }
        assertThatThrownBy(() -> new Steered(model, logits, -1, Steered.At.GUESS))
                .hasMessage("the weight of the classifier must be at least 0, was -1.0");
    }

    @ParameterizedTest
    @EnumSource(Prediction.class)
    void theExactDenoiserAnswersAsItsMixtureDoes(Prediction predicts) {
        GaussianMixture two = GaussianMixture.equal(.3, -1, 1);
        Denoiser model = new MixtureDenoiser(CURVED, predicts, two);
        float[] answers = Scope.floats(m -> model.predict(
                m.create(new float[] {.2f, .2f}, new Shape(2, 1)),
                m.ones(new Shape(2)).mul(300)));
        assertThat(answers[0]).isCloseTo((float) two.guess(predicts, CURVED.path(), 300, .2f), within(1e-6f));
        float[] asked = Scope.floats(m -> model.predict(
                m.create(new float[] {.2f, .2f}, new Shape(2, 1)),
                m.ones(new Shape(2)).mul(300),
                Condition.classes(0, 1)));
        assertThat(asked[0]).isCloseTo((float) two.part(0).guess(predicts, CURVED.path(), 300, .2f), within(1e-6f));
        assertThat(asked[1]).isCloseTo((float) two.part(1).guess(predicts, CURVED.path(), 300, .2f), within(1e-6f));
    }

    /** For variance ¼ on DDPM's path each stride is a known factor; their product was computed in another language. */
    @ParameterizedTest
    @MethodSource("roundTrips")
    void thereAndBackAValueComesBackShrunkByAKnownFactor(int steps, double factor) {
        Denoiser model = gaussian(CURVED, Prediction.EPSILON, 0, .5);
        Sampler walk = Sampler.ddim(steps).unlimited();
        float[] noise = walk.invert(model, new float[] {.8f, -.3f}, Condition.none(), SamplingListener.NONE);
        float[] back = walk.from(noise).sample(model, 2, 1);
        assertThat(back[0] / .8).isCloseTo(factor, within(1e-3));
        assertThat(back[1] / -.3).isCloseTo(factor, within(1e-3));
    }

    static Stream<Arguments> roundTrips() {
        return Stream.of(
                Arguments.of(10, .5474), Arguments.of(50, .8889), Arguments.of(100, .9426), Arguments.of(1000, .994));
    }

    @Test
    void everyWalkThatThrowsNoDiceFindsItsNoiseAgain() {
        Denoiser model = gaussian(STRAIGHT, Prediction.VELOCITY, .2, .5);
        for (Sampler walk : new Sampler[] {Sampler.ddim(400).unlimited(), Sampler.euler(400), Sampler.heun(400)}) {
            float[] noise = Sampler.noise(model, 5, 7);
            float[] drawn = walk.sample(model, 5, 7);
            assertThat(walk.from(noise).sample(model, 5, 99)).isEqualTo(drawn);
            float[] found = walk.invert(model, drawn, Condition.none(), SamplingListener.NONE);
            for (int i = 0; i < 5; i++) {
                assertThat(found[i]).isCloseTo(noise[i], within(.02f));
            }
        }
    }

    @Test
    void whatCannotBeWalkedBackwardsIsRefused() {
        Denoiser model = gaussian(CURVED, Prediction.EPSILON, 0, .5);
        float[] one = {.5f};
        assertThatThrownBy(() -> Sampler.ddpm(10).invert(model, one, Condition.none(), SamplingListener.NONE))
                .hasMessage("a walk with fresh noise cannot be undone: take eta = 0, was 1.0");
        assertThatThrownBy(() -> Sampler.ddim(10).from(one).sample(model, 2, 1))
                .hasMessage("the noise to start from must be 2 numbers for 2 samples, was 1");
    }
}
