package noisebook.gan.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.function.Function;
import noisebook.data.Images;
import noisebook.gan.GanLoss;
import noisebook.gan.GeneratorLoss;
import noisebook.nn.Network;
import noisebook.tensor.Compute;
import noisebook.tensor.GradMode;
import noisebook.tensor.Gradients;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Objective;
import noisebook.train.Optimizer;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StyleGanTest {
    private static final Shape IMAGES = new Shape(4, 1, 28, 28);

    private static StyleGan game(double gamma, double pathWeight) {
        StyleGenerator generator = new StyleGenerator(4, Styling.DEMODULATION);
        generator.initialize(1);
        AugmentedDiscriminator discriminator =
                AugmentedDiscriminator.of(8, new AdaptiveAugmentation(Double.POSITIVE_INFINITY));
        discriminator.initialize(2);
        return new StyleGan(generator, discriminator, gamma, pathWeight);
    }

    private static double discriminatorLoss(StyleGan game, int step, float real) {
        return loss((m, random) -> game.discriminatorLoss(step, new NDList(m.full(IMAGES, real)), random));
    }

    private static double generatorLoss(StyleGan game, int step) {
        return loss((m, random) ->
                game.generatorLoss(GeneratorLoss.NON_SATURATING, step, new NDList(m.zeros(IMAGES)), random));
    }

    private interface Made {
        Loss with(NDManager manager, NDManager random);
    }

    private static double loss(Made made) {
        try (Scope scope = Scope.open();
                GradMode on = GradMode.on()) {
            Compute.seed(7, 0);
            return made.with(scope.manager(), scope.manager()).total().getFloat();
        }
    }

    private static void set(Network network, String name, float value) {
        NDArray tensor = network.tensors().get(name);
        Scope.floats(m -> {
            Tensors.copy(m.full(tensor.getShape(), value), tensor);
            return tensor;
        });
    }

    /** R1 at pictures that are all alike, so that nothing depends on what is drawn. */
    private static double r1(StyleGan game, float real) {
        try (Scope scope = Scope.open();
                GradMode on = GradMode.on()) {
            NDArray images = scope.manager().full(IMAGES, 2 * real - 1);
            images.setRequiresGradient(true);
            return GanLoss.r1(images, game.discriminator().judge(images, 1)).getFloat();
        }
    }

    @Test
    void r1ComesEverySixteenthStepAndCountsSixteenfold() {
        StyleGan game = game(.5, 0);
        double plain = discriminatorLoss(game, 1, .4f);
        assertThat(discriminatorLoss(game, 15, .4f)).isEqualTo(plain);
        assertThat(discriminatorLoss(game, 0, .4f) - plain)
                .isCloseTo(16 * .5 * r1(game, .4f), within(1e-4))
                .isPositive();
        assertThat(discriminatorLoss(game, 16, .4f)).isEqualTo(discriminatorLoss(game, 0, .4f));
        assertThat(discriminatorLoss(game(0, 0), 0, .4f)).isEqualTo(plain);
    }

    @Test
    void thePathPenaltyComesEveryFourthStepAndCountsFourfold() {
        double once = generatorLoss(game(0, 1), 0) - generatorLoss(game(0, 1), 1);
        double twice = generatorLoss(game(0, 2), 4) - generatorLoss(game(0, 2), 3);
        assertThat(once).isPositive();
        assertThat(twice).isCloseTo(2 * once, within(1e-3 * twice));
        StyleGan game = game(0, 1);
        double penalty = loss((m, random) -> {
            game.generatorLoss(GeneratorLoss.NON_SATURATING, 1, new NDList(m.zeros(IMAGES)), random);
            NDArray styles = game.generator().styles(random, 2, StyleGan.MIXING);
            NDArray lengths = PathLength.of(styles, game.generator().draw(styles));
            return Loss.of(PathLength.penalty(lengths, m.zeros(new Shape(1))));
        });
        assertThat(once).isCloseTo(4 * penalty, within(1e-3 * once));
    }

    @Test
    void r1AtEveryStepCountsOnce() {
        StyleGan game = game(.5, 0).withR1Every(1);
        double once = discriminatorLoss(game, 1, .4f) - discriminatorLoss(game(0, 0), 1, .4f);
        assertThat(once).isCloseTo(.5 * r1(game, .4f), within(1e-4));
        assertThat(discriminatorLoss(game, 2, .4f)).isEqualTo(discriminatorLoss(game, 1, .4f));
        Images real = Images.grey(28, 28, new float[4 * 784]);
        assertThat(game.slope(real)).isCloseTo(2 * r1(game, 0), within(1e-5));
    }

    @Test
    void freeStepsAskForOneWAndNoPath() {
        StyleGan game = game(0, 2).freeFor(8);
        assertThat(generatorLoss(game, 0)).isEqualTo(generatorLoss(game, 1)).isEqualTo(generatorLoss(game, 4));
        assertThat(generatorLoss(game, 8)).isGreaterThan(generatorLoss(game, 9));
        assertThat(generatorLoss(game, 9)).isNotEqualTo(generatorLoss(game, 1));
    }

    @Test
    void gammaFollowsTheRuleOfThePaper() {
        assertThat(StyleGan.gamma(28, 32)).isEqualTo(.0049, within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> game(-1, 0)).withMessageContaining("-1");
    }

    @Test
    void theRealAndTheDrawnAreBothAugmentedAndSoIsWhatTheGeneratorShows() {
        StyleGan game = game(0, 0);
        for (int layer = 0; layer < 3; layer++) {
            set(game.generator(), "paint" + layer + ".weight", 0);
            set(game.generator(), "paint" + layer + ".bias", layer == 0 ? -9 : 0); // blank, augmented or not
        }
        double[] blankFakes = {discriminatorLoss(game, 1, .8f), generatorLoss(game, 1)};
        set(game.generator(), "paint0.bias", 9); // full of ink
        double[] darkFakes = {discriminatorLoss(game, 1, 0), generatorLoss(game, 1)};
        set(game.discriminator(), "augmentation.p", 1);
        assertThat(discriminatorLoss(game, 1, 0)).isNotEqualTo(darkFakes[0]);
        assertThat(generatorLoss(game, 1)).isNotEqualTo(darkFakes[1]);
        set(game.generator(), "paint0.bias", -9);
        assertThat(discriminatorLoss(game, 1, .8f)).isNotEqualTo(blankFakes[0]);
        assertThat(generatorLoss(game, 1)).isCloseTo(blankFakes[1], within(1e-5));
    }

    @Test
    void whatIsNotYetFadedInIsTheSmallerImageUpsampledAndTheSameJudgement() {
        for (int sizes = 2; sizes <= 3; sizes++) {
            StyleGenerator small = new StyleGenerator(4, Styling.DEMODULATION, sizes - 1);
            StyleGenerator large = new StyleGenerator(4, Styling.DEMODULATION, sizes);
            AugmentedDiscriminator smallJudge = judge(sizes - 1);
            AugmentedDiscriminator largeJudge = judge(sizes);
            small.initialize(1);
            large.initialize(2);
            smallJudge.initialize(3);
            largeJudge.initialize(4);
            large.loadShared(small.tensors());
            largeJudge.loadShared(smallJudge.tensors());
            float[] w = floats(m -> m.randomNormal(new Shape(4, StyleGenerator.LATENT)));
            Shape shape = new Shape(4, StyleGenerator.LATENT);
            float[] before = Scope.floats(m -> small.draw(small.everywhere(m.create(w, shape))));
            float[] doubled = Scope.floats(m -> Ops.upsample2x(m.create(before, square(small))));
            assertThat(Scope.floats(m -> large.draw(large.everywhere(m.create(w, shape)), 0)))
                    .isEqualTo(doubled);
            assertThat(Scope.floats(m -> large.draw(large.everywhere(m.create(w, shape)), .5)))
                    .isNotEqualTo(doubled);
            float[] judged = Scope.floats(m -> smallJudge.judge(m.create(before, square(small)), 1));
            assertThat(Scope.floats(m -> largeJudge.judge(m.create(doubled, square(large)), 0)))
                    .containsExactly(judged, within(1e-4f));
        }
    }

    private static AugmentedDiscriminator judge(int sizes) {
        return AugmentedDiscriminator.growing(8, sizes, new AdaptiveAugmentation(Double.POSITIVE_INFINITY));
    }

    private static Shape square(StyleGenerator generator) {
        return new Shape(4, 1, generator.side(), generator.side());
    }

    @Test
    void realPicturesFadeFromCoarseToFineAsTheGeneratorDoes() {
        StyleGan game = game(0, 0).fading(10);
        assertThat(game.fade(0)).isZero();
        assertThat(game.fade(5)).isEqualTo(.5);
        assertThat(game.fade(10)).isEqualTo(1);
        assertThat(game(0, 0).fade(0)).isEqualTo(1);
        float[] pixels = floats(m -> m.randomUniform(-1, 1, IMAGES));
        float[] coarse = Scope.floats(m -> game.sized(m.create(pixels, IMAGES), 0));
        float[] half = Scope.floats(m -> game.sized(m.create(pixels, IMAGES), .5));
        assertThat(Scope.floats(m -> game.sized(m.create(pixels, IMAGES), 1))).isEqualTo(pixels);
        assertThat(coarse[0])
                .isEqualTo(coarse[29])
                .isEqualTo((pixels[0] + pixels[1] + pixels[28] + pixels[29]) / 4, within(1e-6f));
        assertThat(half[0]).isEqualTo((coarse[0] + pixels[0]) / 2, within(1e-6f));
    }

    @Test
    void theSpreadOfARepeatedPictureIsNothing() {
        float[] same = Scope.floats(m -> StyleDiscriminator.withSpread(m.ones(new Shape(4, 2, 3, 3))));
        float[] apart =
                Scope.floats(m -> StyleDiscriminator.withSpread(m.create(new float[] {0, 2}, new Shape(2, 1, 1, 1))));
        assertThat(same[2 * 9]).isCloseTo(0, within(1.1e-4f));
        assertThat(apart).containsExactly(new float[] {0, 1, 2, 1}, within(1e-4f));
    }

    @Test
    void pGrowsWhileTheRealAreKnownAndNeverAboveOne() {
        AdaptiveAugmentation augmentation = new AdaptiveAugmentation(80);
        augmentation.initialize(1);
        hear(augmentation, 3, 2);
        assertThat(augmentation.p()).isZero();
        hear(augmentation, 1, 2);
        assertThat(augmentation.p()).isEqualTo(.5, within(1e-6)); // 4 steps of 10 pictures of 80
        hear(augmentation, 12, 2);
        assertThat(augmentation.p()).isEqualTo(1);
        hear(augmentation, 4, -1);
        assertThat(augmentation.p()).isEqualTo(.5, within(1e-6));
        hear(augmentation, 40, -1);
        assertThat(augmentation.p()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdaptiveAugmentation(0))
                .withMessageContaining("0");
    }

    private static void hear(AdaptiveAugmentation augmentation, int times, float logit) {
        for (int i = 0; i < times; i++) {
            Scope.floats(m -> {
                NDArray logits = m.full(new Shape(10, 1), logit);
                augmentation.hear(logits);
                return logits;
            });
        }
    }

    @Test
    void withPZeroNothingIsChangedAndWithPOneInkMovesAndIsCutOut() {
        AdaptiveAugmentation augmentation = new AdaptiveAugmentation(80);
        augmentation.initialize(1);
        float[] before = Scope.floats(m -> m.randomUniform(-1, 1, IMAGES));
        assertThat(Scope.floats(m -> augmentation.apply(m.create(before, IMAGES), m)))
                .isEqualTo(before);
        float[] unmoved = Scope.floats(m -> AdaptiveAugmentation.changed(m.create(before, IMAGES), 0, m));
        assertThat(unmoved).containsExactly(before, within(1e-4f));
        float[] cut = Scope.floats(m -> {
            Compute.seed(3, 0);
            return AdaptiveAugmentation.changed(m.ones(IMAGES), 1, m);
        });
        int blank = 0;
        for (float pixel : cut) {
            assertThat(pixel).isBetween(-1.001f, 1.7f);
            blank += pixel < -.99f ? 1 : 0;
        }
        assertThat(blank).isBetween(4 * 20, 4 * 400);
    }

    @Test
    void aGradientReachesThePictureThroughTheAugmentation() {
        float[] slope = Scope.floats(m -> Gradients.of(
                x -> {
                    Compute.seed(3, 0);
                    return AdaptiveAugmentation.changed(x, .5, m);
                },
                m.zeros(IMAGES)));
        double sum = 0;
        for (float s : slope) {
            sum += s;
        }
        assertThat(sum / slope.length).isBetween(.6, 1.1);
    }

    @Test
    void everyWeightOfBothGetsAGradientAlsoFromThePenalties() {
        StyleGan game = game(1, 2);
        Map.<Network, Made>of(
                        game.discriminator(),
                        (m, random) -> game.discriminatorLoss(0, new NDList(m.full(IMAGES, .3f)), random),
                        game.generator(),
                        (m, random) -> game.generatorLoss(
                                GeneratorLoss.NON_SATURATING, 0, new NDList(m.zeros(IMAGES)), random))
                .forEach((network, made) -> {
                    try (Scope scope = Scope.open();
                            GradMode on = GradMode.on()) {
                        NDArray total =
                                made.with(scope.manager(), scope.manager()).total();
                        assertThat(Gradients.of(total, network.trainedTensors()))
                                .allMatch(g -> Float.isFinite(g.abs().max().getFloat()));
                    }
                });
    }

    @ParameterizedTest
    @EnumSource(Styling.class)
    void theGeneratorLearnsAFewPicturesByHeart(Styling styling) {
        StyleGenerator generator = new StyleGenerator(8, styling);
        generator.initialize(1);
        float[] pixels =
                floats(m -> m.randomUniform(0, 1, new Shape(8, 1, 7, 7)).round());
        float[] z = floats(m -> m.randomNormal(new Shape(8, StyleGenerator.LATENT)));
        Objective reproduce = (batch, m) -> {
            NDArray coarse = Tensors.signed(m.create(pixels, new Shape(8, 1, 7, 7)));
            NDArray drawn = generator.draw(
                    generator.everywhere(generator.map(m.create(z, new Shape(8, StyleGenerator.LATENT)))));
            return Loss.of(
                    drawn.sub(Ops.upsample2x(Ops.upsample2x(coarse))).square().mean());
        };
        assertThat(lastLoss(generator, reproduce, 150)).isLessThan(.15);
    }

    @Test
    void theDiscriminatorLearnsAFewPicturesByHeart() {
        AugmentedDiscriminator discriminator =
                AugmentedDiscriminator.of(8, new AdaptiveAugmentation(Double.POSITIVE_INFINITY));
        discriminator.initialize(1);
        float[] pixels = floats(m -> m.randomUniform(-1, 1, new Shape(16, 1, 28, 28)));
        Objective tellApart = (batch, m) -> {
            NDArray logits = discriminator.judge(m.create(pixels, new Shape(16, 1, 28, 28)), 1);
            return Loss.of(GanLoss.discriminator(logits.get(":8"), logits.get("8:")));
        };
        assertThat(lastLoss(discriminator, tellApart, 100)).isLessThan(.05);
    }

    private static float[] floats(Function<NDManager, NDArray> body) {
        return Scope.floats(manager -> {
            Compute.seed(3, 0);
            return body.apply(manager);
        });
    }

    private static double lastLoss(Network network, Objective objective, int steps) {
        TrainingOptions options = TrainingOptions.of(steps, 1, 1e-2)
                .withOptimizer(Optimizer.adam(0, .99))
                .withReportEvery(10);
        return TrainingLoop.of(network, Batches.of(new double[][] {{0}}), objective, options)
                .run(TrainingListener.NONE)
                .last("loss");
    }
}
