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
            float[] plain = floats(m -> generator.draw(m.zeros(new Shape(1, 5, SIZE))));
            float[] again = Scope.floats(m -> generator.draw(m.zeros(new Shape(1, 5, SIZE))));
            assertThat(again).isEqualTo(plain);
            for (int layer = 0; layer < generator.layers(); layer++) {
                int told = layer;
                float[] other = floats(m -> {
                    NDArray styles = m.zeros(new Shape(1, 5, SIZE));
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
            float[] one = floats(m -> generator.draw(m.zeros(new Shape(1, 5, SIZE))));
            float[] two = Scope.floats(m -> generator.draw(m.zeros(new Shape(1, 5, SIZE))));
            assertThat(two).isNotEqualTo(one);
        }
    }

    @Test
    void aPictureFollowsOneWInTheCoarseLayersAndAnotherInTheFine() {
        try (StyleGenerator generator = generator(Styling.DEMODULATION)) {
            double[][] one = generator.map(generator.codes(3, 1));
            double[][] other = generator.map(generator.codes(3, 2));
            assertThat(generator.draw(one, other, 5, 4).values())
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
            for (int from = 0; from <= 5; from++) {
                int border = from;
                float[] rows = Scope.floats(
                        m -> generator.mixed(m.zeros(new Shape(1, 5, SIZE)), m.ones(new Shape(1, 5, SIZE)), border));
                for (int i = 0; i < rows.length; i++) {
                    assertThat(rows[i]).isEqualTo(i / SIZE < border ? 0 : 1);
                }
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Scope.floats(
                            m -> generator.mixed(m.zeros(new Shape(1, 5, SIZE)), m.ones(new Shape(1, 5, SIZE)), 6)))
                    .withMessageContaining("6");
        }
    }

    @Test
    void nineInTenTrainingPicturesHaveTwoStyles() {
        try (StyleGenerator generator = generator(Styling.DEMODULATION)) {
            float[] styles = floats(m -> generator.styles(m, 1000));
            int[] borders = new int[6];
            for (int n = 0; n < 1000; n++) {
                int border = 1;
                int start = n * 5 * SIZE;
                while (border < 5 && styles[start + border * SIZE] == styles[start]) {
                    border++;
                }
                borders[border]++;
            }
            assertThat(borders[5]).isBetween(70, 130);
            for (int border = 1; border < 5; border++) {
                assertThat(borders[border]).as("border %d", border).isBetween(180, 270);
            }
        }
    }

    @Test
    void adaInDoesNotSeeHowLargeAndHowBrightAMapWas() {
        float[] told = {.5f, -.2f, 1, 2};
        float[] plain = floats(m -> StyleLayer.adaIn(normal(m, 1, 2, 6, 6), m.create(told, new Shape(1, 4))));
        float[] moved =
                floats(m -> StyleLayer.adaIn(normal(m, 1, 2, 6, 6).mul(3).add(7), m.create(told, new Shape(1, 4))));
        float[] turned = floats(m -> StyleLayer.adaIn(normal(m, 1, 2, 6, 6).mul(-3), m.create(told, new Shape(1, 4))));
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
}
