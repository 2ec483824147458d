package noisebook.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.math.NoiseSchedule;
import noisebook.math.Prediction;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands around a model and is one again. */
final class WrappersTest {
    private static final ForwardProcess PROCESS = ForwardProcess.of(NoiseSchedule.of(NoiseSchedule.Kind.COSINE, 40));
    private static final Shape SHAPE = new Shape(1, 2, 2);

    /** Draws one grey for each of ten classes, and white for nothing in particular. */
    private static final Denoiser GREYS = Denoiser.of(PROCESS, Prediction.X0, SHAPE, (xt, t, about) -> {
        int[] rows = about.rowOfEach((int) xt.size(0), 10);
        float[] grey = new float[rows.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = rows[i] / 10f;
        }
        return xt.zerosLike().add(xt.getManager().create(grey).reshape(-1, 1, 1, 1));
    });

    private static float[] ask(Denoiser model, Condition about) {
        return Scope.floats(m -> model.predict(m.ones(new Shape(2, 1, 2, 2)), m.full(new Shape(2), 7), about));
    }

    @Test
    void guidanceGoesFromTheAnswerForNothingThroughThatForTheClassAndBeyond() {
        Condition about = Condition.classes(2, 4);
        assertThat(ask(new Guided(GREYS, 0), about)).isEqualTo(ask(GREYS, about));
        assertThat(ask(new Guided(GREYS, -1), about)).isEqualTo(ask(GREYS, Condition.none()));
        float[] guided = ask(new Guided(GREYS, .5), about);
        assertThat(guided[0]).isCloseTo(.2f + .5f * (.2f - 1), within(1e-6f));
        assertThat(guided[7]).isCloseTo(.4f + .5f * (.4f - 1), within(1e-6f));
    }

    @Test
    void guidanceCostsASecondPassWhereItDoesSomething() {
        for (double weight : new double[] {-1, 0, 2}) {
            CountingDenoiser counted = CountingDenoiser.of(GREYS);
            ask(new Guided(counted, weight), Condition.classes(2, 4));
            assertThat(counted.passes()).isEqualTo(weight == 2 ? 2 : 1);
        }
        assertThatThrownBy(() -> new Guided(GREYS, -2))
                .hasMessage("the weight of guidance must be at least -1, was -2.0");
    }

    @Test
    void droppedConditionsAreHiddenFromAboutTheirShareOfTheSamples() {
        int n = 4000;
        int[] hidden = new int[1];
        Denoiser watching = Denoiser.of(PROCESS, Prediction.X0, SHAPE, (xt, t, about) -> {
            for (int row : about.rowOfEach(n, 10)) {
                assertThat(row).isIn(3, 10);
                hidden[0] += row == 10 ? 1 : 0;
            }
            return xt;
        });
        int[] threes = new int[n];
        java.util.Arrays.fill(threes, 3);
        Compute.seed(1, 0);
        Scope.floats(m -> new DroppedConditions(watching, .1)
                .predict(m.ones(new Shape(n, 1, 2, 2)), m.ones(new Shape(n)), Condition.classes(threes)));
        assertThat(hidden[0]).as("of 4000 at .1, seed 1").isBetween(330, 470);
        assertThatThrownBy(() -> new DroppedConditions(GREYS, 1.5))
                .hasMessage("the share of hidden conditions must be in [0, 1], was 1.5");
    }

    @Test
    void aStoppedClockShowsItsTimeAlways() {
        List<Float> told = new ArrayList<>();
        Denoiser model = Denoiser.of(PROCESS, Prediction.EPSILON, SHAPE, (xt, t, about) -> {
            told.add(t.getFloat(0));
            return xt;
        });
        Sampler.ddim(3).sample(new StoppedClock(model, 20), 2, 1);
        assertThat(told).containsExactly(20f, 20f, 20f);
    }

    @ParameterizedTest
    @MethodSource("noisebook.denoising.SamplerTest#walks")
    void whatIsKnownOfAPictureComesBackAndTheRestIsTheModels(Sampler sampler, ForwardProcess process) {
        float[] two = {1, -1, .5f, 0, 1, -1, -.5f, .25f}; // alike in their first row
        Images known = Images.of(1, 2, 2, PixelRange.UNIT, new float[] {.5f, .5f, .75f, .5f});
        Images mask = Images.grey(2, 2, new float[] {0, 0, 1, 1});
        Inpainted model = new Inpainted(DataDenoiser.of(process, SHAPE, two), known, mask);
        float[] pixels = sampler.images(model, 3, 1).values();
        float[] expected = {1, 0, .75f, .5f};
        for (int i = 0; i < pixels.length; i++) {
            assertThat(pixels[i])
                    .as("%s", sampler)
                    .isCloseTo(expected[i % 4], within(SamplerTest.nearness(sampler, process)));
        }
    }

    @Test
    void picturesAndMasksThatDoNotFitAreRefused() {
        Images picture = Images.grey(2, 2, new float[4]);
        assertThatThrownBy(() -> new Inpainted(GREYS, picture, Images.grey(1, 2, new float[2])))
                .hasMessageStartingWith("the mask must be one picture of one channel, 2×2, was ");
        assertThatThrownBy(() -> new Inpainted(GREYS, Images.grey(2, 2, new float[8]), picture))
                .hasMessageStartingWith("inpainting takes one picture, was ");
    }

    @Test
    void wrappersCarryTheProcessTheShapeAndThePredictionOfTheirModel() {
        for (Denoiser wrapped : List.of(
                new Guided(GREYS, 1),
                new DroppedConditions(GREYS, .1),
                new StoppedClock(GREYS, 1),
                CountingDenoiser.of(GREYS))) {
            assertThat(wrapped.process()).isSameAs(PROCESS);
            assertThat(wrapped.predicts()).isEqualTo(Prediction.X0);
            assertThat(wrapped.sampleShape()).isEqualTo(SHAPE);
        }
    }

    @Test
    void whatAModelPredictsItCanBeAskedForInOtherTerms() {
        Denoiser model = DataDenoiser.of(PROCESS, new Shape(1), 2); // x_0 is 2
        for (int t : new int[] {1, 20, 40}) {
            double a = PROCESS.path().signal(t);
            double b = PROCESS.path().noise(t);
            float xt = (float) (a * 2 + b * .7);
            float[] answers = new float[3];
            for (Prediction wanted : Prediction.values()) {
                answers[wanted.ordinal()] = Scope.floats(m -> {
                    NDArray x = m.create(new float[] {xt}, new Shape(1, 1));
                    return model.guess(wanted, x, m.full(new Shape(1), t), Condition.none());
                })[0];
            }
            assertThat(answers).containsExactly(new float[] {.7f, 2, (float) (a * .7 - b * 2)}, within(1e-4f));
        }
    }
}
