package noisebook.gan.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.function.Function;
import noisebook.data.Images;
import noisebook.math.Moments;
import noisebook.nn.AdaIn;
import noisebook.tensor.Compute;
import noisebook.tensor.GradMode;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StyleGeneratorTest {
    private static final int SIZE = StyleGenerator.LATENT;

    private static StyleGenerator generator(Styling styling) {
        StyleGenerator generator = new StyleGenerator(4, styling);
        generator.initialize(1);
        return generator;
    }

    private static float[] floats(Function<NDManager, NDArray> body) {
        return Scope.floats(manager -> {
            Compute.seed(3, 0);
            return body.apply(manager);
        });
    }

    private static NDArray normal(NDManager manager, long... shape) {
        return manager.randomNormal(new Shape(shape));
    }

    @ParameterizedTest
    @EnumSource(Styling.class)
    void aSeedGivesTheSameDigitsAndAnotherOthers(Styling styling) {
        try (StyleGenerator generator = generator(styling)) {
            assertThat(generator.generate(3, 5).values())
                    .hasSize(3 * 784)
                    .isEqualTo(generator.generate(3, 5).values())
                    .isNotEqualTo(generator.generate(3, 6).values());
        }
    }

    @ParameterizedTest
    @EnumSource(Styling.class)
    void eachLayerHearsItsOwnStyleAndChanceIsSilentAtTheStart(Styling styling) {
        try (StyleGenerator generator = generator(styling)) {
            float[] plain = floats(m -> generator.draw(m.zeros(new Shape(1, 6, SIZE))));
            float[] again = Scope.floats(m -> generator.draw(m.zeros(new Shape(1, 6, SIZE))));
            assertThat(again).isEqualTo(plain);
            for (int layer = 0; layer < generator.layers(); layer++) {
                int told = layer;
                float[] other = floats(m -> {
                    NDArray styles = m.zeros(new Shape(1, 6, SIZE));
                    styles.set(new NDIndex(":, " + told), m.full(new Shape(1, SIZE), 2));
                    return generator.draw(styles);
                });
                assertThat(other).as("layer %d", layer).isNotEqualTo(plain);
            }
            NDArray strength = generator.tensors().get("layer0.strength");
            Scope.floats(m -> {
                Tensors.copy(m.ones(strength.getShape()), strength);
                return strength;
            });
            float[] one = floats(m -> generator.draw(m.zeros(new Shape(1, 6, SIZE))));
            float[] two = Scope.floats(m -> generator.draw(m.zeros(new Shape(1, 6, SIZE))));
            assertThat(two).isNotEqualTo(one);
        }
    }

    @Test
    void aPictureFollowsOneWInTheCoarseLayersAndAnotherInTheFine() {
        try (StyleGenerator generator = generator(Styling.DEMODULATION)) {
            double[][] one = generator.map(generator.codes(3, 1));
            double[][] other = generator.map(generator.codes(3, 2));
            assertThat(generator.draw(one, other, 6, 4).values())
                    .isEqualTo(generator.draw(one, 4).values());
            assertThat(generator.draw(one, other, 0, 4).values())
                    .isEqualTo(generator.draw(other, 4).values());
            assertThat(generator.draw(one, other, 2, 4).values())
                    .isNotEqualTo(generator.draw(one, 4).values())
                    .isNotEqualTo(generator.draw(other, 4).values());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> generator.draw(one, new double[2][64], 2, 4))
                    .withMessageContaining("2");
            assertThat(generator.truncated(one, 0)[1]).isEqualTo(generator.middle());
        }
    }

    @Test
    void truncationShortensTheWayFromTheMiddleByPsi() {
        try (StyleGenerator generator = generator(Styling.DEMODULATION)) {
            generator.training(true);
            float[] shifted = floats(m -> generator.map(normal(m, 500, SIZE))); // moves the mean
            generator.training(false);
            assertThat(shifted).isNotEmpty();
            float[] mean = Scope.floats(m -> generator.truncated(m.zeros(new Shape(1, SIZE)), 0));
            assertThat(mean).isNotEqualTo(new float[SIZE]);
            float[] w = floats(m -> generator.map(normal(m, 2, SIZE)));
            for (double psi : new double[] {0, .5, 1, 1.2}) {
                float[] near = floats(m -> generator.truncated(generator.map(normal(m, 2, SIZE)), psi));
                for (int i = 0; i < w.length; i++) {
                    assertThat((double) near[i])
                            .isCloseTo(mean[i % SIZE] + psi * (w[i] - mean[i % SIZE]), within(1e-5));
                }
            }
        }
    }

    @Test
    void theMiddleIsThatOfTheWOfTraining() {
        try (StyleGenerator generator = generator(Styling.DEMODULATION)) {
            float[] all = floats(m -> generator.map(normal(m, 4000, SIZE)).mean(new int[] {0}));
            float[] untouched = Scope.floats(m -> generator.truncated(m.zeros(new Shape(1, SIZE)), 0));
            assertThat(untouched).containsOnly(0);
            generator.training(true);
            for (int i = 0; i < 1500; i++) {
                Scope.floats(m -> generator.map(normal(m, 32, SIZE)));
            }
            generator.training(false);
            float[] mean = Scope.floats(m -> generator.truncated(m.zeros(new Shape(1, SIZE)), 0));
            assertThat(mean).containsExactly(all, within(.05f));
            assertThat(Arrays.equals(mean, new float[SIZE])).isFalse();
        }
    }

    @Test
    void mixedStylesAreThoseOfTheOneAndThenOfTheOther() {
        try (StyleGenerator generator = generator(Styling.DEMODULATION)) {
            for (int from = 0; from <= 6; from++) {
                int border = from;
                float[] rows = Scope.floats(
                        m -> generator.mixed(m.zeros(new Shape(1, 6, SIZE)), m.ones(new Shape(1, 6, SIZE)), border));
                for (int i = 0; i < rows.length; i++) {
                    assertThat(rows[i]).isEqualTo(i / SIZE < border ? 0 : 1);
                }
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scope.floats(
                            m -> generator.mixed(m.zeros(new Shape(1, 6, SIZE)), m.ones(new Shape(1, 6, SIZE)), 7)))
                    .withMessageContaining("7");
        }
    }

    @Test
    void nineInTenTrainingPicturesHaveTwoStyles() {
        try (StyleGenerator generator = generator(Styling.DEMODULATION)) {
            float[] styles = floats(m -> generator.styles(m, 1000, StyleGan.MIXING));
            int[] borders = new int[7];
            for (int n = 0; n < 1000; n++) {
                int border = 1;
                int start = n * 6 * SIZE;
                while (border < 6 && styles[start + border * SIZE] == styles[start]) {
                    border++;
                }
                borders[border]++;
            }
            assertThat(borders[6]).isBetween(70, 130);
            for (int border = 1; border < 6; border++) {
                assertThat(borders[border]).as("border %d", border).isBetween(140, 220);
            }
        }
    }

    @Test
    void adaInDoesNotSeeHowLargeAndHowBrightAMapWas() {
        float[] told = {.5f, -.2f, 1, 2};
        float[] plain = floats(m -> AdaIn.of(normal(m, 1, 2, 6, 6), m.create(told, new Shape(1, 4))));
        float[] moved = floats(m -> AdaIn.of(normal(m, 1, 2, 6, 6).mul(3).add(7), m.create(told, new Shape(1, 4))));
        float[] turned = floats(m -> AdaIn.of(normal(m, 1, 2, 6, 6).mul(-3), m.create(told, new Shape(1, 4))));
        assertThat(moved).containsExactly(plain, within(1e-4f));
        double[] mean = new double[2];
        double[] square = new double[2];
        for (int i = 0; i < 72; i++) {
            mean[i / 36] += plain[i] / 36;
            square[i / 36] += plain[i] * plain[i] / 36;
            assertThat(turned[i]).isCloseTo(2 * told[2 + i / 36] - plain[i], within(1e-4f));
        }
        assertThat(mean[0]).isCloseTo(1, within(1e-4));
        assertThat(mean[1]).isCloseTo(2, within(1e-4));
        assertThat(square[0] - 1).isCloseTo(1.5 * 1.5, within(1e-3));
        assertThat(square[1] - 4).isCloseTo(.8 * .8, within(1e-3));
    }

    @Test
    void aPathIsAsLongAsTheJacobianIsLarge() {
        int n = 200;
        float[] lengths = Scope.floats(m -> {
            Compute.seed(3, 0);
            try (GradMode on = GradMode.on()) {
                NDArray styles = normal(m, n, 1, SIZE);
                styles.setRequiresGradient(true);
                NDArray images = styles.reshape(n, 1, 8, 8).mul(m.full(new Shape(n, 1, 8, 8), 3));
                return PathLength.of(styles, images);
            }
        });
        double squares = 0;
        for (float length : lengths) {
            squares += length * length / n;
        }
        assertThat(Math.sqrt(squares)).isCloseTo(3, within(.1)); // J = 3 I of 64 numbers, E ‖Jᵀ y‖² = 9 · 64 / 64
    }

    @Test
    void thePenaltyIsTheDistanceFromTheRunningMeanWhichFollows() {
        float[] both = Scope.floats(m -> {
            NDArray mean = m.create(new float[] {2});
            NDArray penalty = PathLength.penalty(m.create(new float[] {1, 5}), mean);
            return penalty.reshape(1).concat(mean);
        });
        float mean = .99f * 2 + .01f * 3;
        assertThat(both[1]).isCloseTo(mean, within(1e-5f));
        assertThat(both[0]).isCloseTo(((1 - mean) * (1 - mean) + (5 - mean) * (5 - mean)) / 2, within(1e-4f));
    }

    @Test
    void theMapsOfALayerAreAsManyAndAsLargeAsItMakes() {
        StyleGenerator generator = generator(Styling.ADAIN);
        double[] w = generator.map(generator.codes(1, 1))[0];
        int[][] expected = {{16, 7}, {16, 7}, {8, 14}, {8, 14}, {4, 28}, {4, 28}};
        for (int layer = 0; layer < 6; layer++) {
            Images maps = generator.maps(w, layer, 1);
            assertThat(new int[] {maps.count(), maps.width()}).isEqualTo(expected[layer]);
            for (double[] map : maps.rows()) {
                assertThat(Math.abs(Moments.of(map).mean())).isLessThan(4); // it has the mean that its style gave it
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.maps(w, 6, 1))
                .withMessage("the layer must be in 0..5, was 6");
    }

    @Test
    void aSketchIsCoarseAndWithAllSizesThePicture() {
        StyleGenerator generator = generator(Styling.DEMODULATION);
        double[][] w = generator.map(generator.codes(2, 1));
        double[] coarse = generator.sketch(w, 1, 1).row(0);
        assertThat(generator.sketch(w, 3, 1)).isEqualTo(generator.draw(w, 1));
        for (int k = 0; k < 784; k++) {
            assertThat(coarse[k]).isEqualTo(coarse[k / 28 / 4 * 4 * 28 + k % 28 / 4 * 4]);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.sketch(w, 4, 1))
                .withMessageContaining("1..3");
    }

    @Test
    void whatMovesEvenlyHasThePathLengthOfItsEnds() {
        StyleGenerator generator = generator(Styling.DEMODULATION);
        int[] seen = {0};
        PerceptualPathLength twoApart = new PerceptualPathLength(
                images -> {
                    double[][] rows = new double[images.count()][2];
                    Arrays.stream(rows).forEach(row -> row[1] = 2 * .01 * seen[0]);
                    seen[0]++;
                    return rows;
                },
                3,
                1);
        assertThat(twoApart.inW(generator)).isCloseTo(4, within(1e-9));
        PerceptualPathLength pixels = new PerceptualPathLength(Images::rows, 5, 1);
        assertThat(pixels.inZ(generator)).isEqualTo(pixels.inZ(generator)).isPositive();
        assertThat(pixels.inW(generator)).isPositive().isNotEqualTo(pixels.inZ(generator));
    }
}
