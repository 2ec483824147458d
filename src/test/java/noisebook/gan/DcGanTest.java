package noisebook.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.math.Doubles;
import noisebook.nn.Network;
import noisebook.tensor.Compute;
import noisebook.tensor.Gradients;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Optimizer;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLog;
import noisebook.train.TrainingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class DcGanTest {
    private static final ImageSet DIGITS =
            DataSets.load(DataSet.DRAWN_DIGITS).train().head(64);

    private static GanOptions options(int steps) {
        return GanOptions.of(TrainingOptions.of(steps, 16, 1e-3).withOptimizer(Optimizer.adam(.5, .999)));
    }

    private static DcGan game(int classes, int width) {
        DcGan game = new DcGan(new DcGenerator(8, classes, width), new DcDiscriminator(classes, width));
        game.generator().initialize(1);
        game.discriminator().initialize(2);
        return game;
    }

    private static List<String> trained(Network module) {
        return module.trainedTensors().stream()
                .map(tensor -> Arrays.toString(tensor.toFloatArray()))
                .toList();
    }

    @Test
    void noiseGrowsFromSevenToTwentyEightLayerByLayer() {
        DcGenerator generator = game(10, 4).generator();
        assertThat(generator.shapes())
                .extracting(Shape::toString)
                .containsExactly(
                        "(1, 18)",
                        "(1, 784)",
                        "(1, 16, 7, 7)",
                        "(1, 16, 7, 7)",
                        "(1, 16, 7, 7)",
                        "(1, 16, 14, 14)",
                        "(1, 8, 14, 14)",
                        "(1, 8, 14, 14)",
                        "(1, 8, 14, 14)",
                        "(1, 8, 28, 28)",
                        "(1, 4, 28, 28)",
                        "(1, 4, 28, 28)",
                        "(1, 4, 28, 28)",
                        "(1, 1, 28, 28)",
                        "(1, 1, 28, 28)");
    }

    @Test
    void anImageWithItsClassShrinksToOneLogit() {
        assertThat(game(10, 4).discriminator().shapes())
                .extracting(Shape::toString)
                .containsExactly(
                        "(1, 11, 28, 28)",
                        "(1, 4, 14, 14)",
                        "(1, 4, 14, 14)",
                        "(1, 8, 7, 7)",
                        "(1, 8, 7, 7)",
                        "(1, 8, 7, 7)",
                        "(1, 16, 4, 4)",
                        "(1, 16, 4, 4)",
                        "(1, 16, 4, 4)",
                        "(1, 256)",
                        "(1, 128)",
                        "(1, 128)",
                        "(1, 1)");
    }

    /** 64-128-64-32-1 maps against 1-64-128-256 and 128 hidden numbers. */
    @Test
    void parametersAreAsManyAsCountedByHand() {
        long generator = 64 * 6272 + 6272 + (128 * 9 + 1) * 64 + (64 * 9 + 1) * 32 + (32 * 9 + 1) + 2 * (128 + 64 + 32);
        long discriminator = 64 * 17 + 128 * (64 * 16 + 1) + 256 * (128 * 9 + 1) + 2 * (128 + 256) + 128 * 4097 + 129;
        assertThat(new DcGenerator(64, 0, 32).parameterCount()).isEqualTo(generator);
        assertThat(new DcDiscriminator(0, 64).parameterCount()).isEqualTo(discriminator);
    }

    @Test
    void theSameSeedGivesTheSamePixelsAndEachZIsPaintedForItself() {
        DcGenerator generator = game(0, 4).generator();
        Images three = generator.generate(3, 5);
        assertThat(three.count()).isEqualTo(3);
        assertThat(three).isEqualTo(generator.generate(3, 5)).isNotEqualTo(generator.generate(3, 6));
        double[] last = generator.codes(3, 5)[2];
        assertThat(generator.decode(new double[][] {last}).values())
                .containsExactly(three.select(2).values(), within(1e-6f));
    }

    @Test
    void theClassGoesIntoBothNetworks() {
        DcGan game = game(10, 4);
        double[][] z = game.generator().codes(1, 3);
        double[][] seven = game.generator().asked(z, 7);
        assertThat(seven[0]).hasSize(18).startsWith(z[0]).endsWith(0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
        assertThat(game.generator().decode(seven))
                .isNotEqualTo(game.generator().decode(game.generator().asked(z, 1)));
        float[] logits = Scope.floats(m -> {
            NDArray twice = Tensors.images(m, DIGITS.select(0, 0).images());
            return game.discriminator().logits(twice, m.create(new long[] {7, 1}));
        });
        assertThat(logits[0]).isNotEqualTo(logits[1]);
    }

    @Test
    void labelsOutOfRangeAndMissingOnesAreRefused() {
        DcGenerator generator = game(10, 4).generator();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.generate(new int[] {10}, 1))
                .withMessage("labels must lie in 0 to 9, was 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.asked(new double[1][8], new int[2]))
                .withMessage("1 codes need as many labels, were 2");
    }

    @Test
    void theSlopeOfTheGameIsThatOfDifferences() {
        DcGan game = game(0, 4);
        float[] z = Doubles.floats(game.generator().codes(1, 4));
        float[] slope = Scope.floats(m -> Gradients.of(x -> logit(game, x), m.create(z, new Shape(1, 8))));
        float step = .02f;
        for (int k = 0; k < 8; k++) {
            float[] up = z.clone();
            float[] down = z.clone();
            up[k] += step;
            down[k] -= step;
            double rise = Scope.floats(m -> logit(game, m.create(up, new Shape(1, 8))))[0]
                    - Scope.floats(m -> logit(game, m.create(down, new Shape(1, 8))))[0];
            assertThat((double) slope[k]).as("z_%d", k).isCloseTo(rise / (2 * step), within(2e-4));
        }
    }

    private static NDArray logit(DcGan game, NDArray z) {
        return game.discriminator().logits(game.generator().forward(z), z);
    }

    /** What is seen before each turn's batch: the one whose turn it was not has not moved by a bit. */
    @Test
    void eachMoveLeavesTheOtherNetworkAsItIsBitForBit() {
        DcGan game = game(0, 4);
        List<List<String>> generator = new ArrayList<>();
        List<List<String>> discriminator = new ArrayList<>();
        Batches watched = Batches.generated((manager, n) -> {
            generator.add(trained(game.generator()));
            discriminator.add(trained(game.discriminator()));
            return Tensors.images(manager, DIGITS.head(n).images());
        });
        game.loop(watched, options(3)).run(TrainingListener.NONE);
        for (int turn = 0; turn + 1 < generator.size(); turn++) {
            var mover = turn % 2 == 0 ? discriminator : generator;
            var waiter = turn % 2 == 0 ? generator : discriminator;
            assertThat(waiter.get(turn + 1)).as("turn %d", turn).isEqualTo(waiter.get(turn));
            for (int k = 0; k < mover.get(turn).size(); k++) {
                assertThat(mover.get(turn + 1).get(k))
                        .as("turn %d, tensor %d", turn, k)
                        .isNotEqualTo(mover.get(turn).get(k));
            }
        }
    }

    @Test
    void aStrongDiscriminatorTellsRealFromFake() {
        DcGan game = game(10, 4);
        TrainingLog log = game.loop(
                        Batches.of(DIGITS),
                        options(12).withDiscriminatorUpdates(4).withDiscriminatorRate(5e-3))
                .run(TrainingListener.NONE);
        assertThat(log.last("discriminator." + DcGan.REAL)).isGreaterThan(.6);
        assertThat(log.last("discriminator." + DcGan.FAKE)).isLessThan(.4);
    }

    @Test
    @Tag("slow")
    void oneImageIsLearnedByHeart() {
        DcGan game = game(0, 8);
        ImageSet one = DIGITS.select(new int[16]);
        game.loop(Batches.of(one), options(150).withReportEvery(150)).run(TrainingListener.NONE);
        float[] painted = game.generator().generate(4, 9).values();
        double error = 0;
        for (int i = 0; i < painted.length; i++) {
            error += Math.abs(painted[i] - one.images().values()[i]) / painted.length;
        }
        assertThat(error).as("mean |difference|").isLessThan(.05);
    }

    @Test
    void watchingDoesNotChangeTheTraining() {
        DcGan alone = game(10, 4);
        DcGan watched = game(10, 4);
        GanOptions often = options(4).withReportEvery(2);
        DcGanWatch watch = DcGanWatch.of(watched.generator(), 10, samples -> samples.count());
        alone.loop(Batches.of(DIGITS), often).run(TrainingListener.NONE);
        watched.loop(Batches.of(DIGITS), often).run(watch);
        assertThat(values(watched.generator())).isEqualTo(values(alone.generator()));
        assertThat(watch.looks()).extracting(DcGanWatch.Look::step).containsExactly(2, 4);
        assertThat(watch.looks()).extracting(DcGanWatch.Look::score).containsOnly(10.);
    }

    private static List<String> values(Network module) {
        return module.tensors().entrySet().stream()
                .map(entry -> entry.getKey() + Arrays.toString(entry.getValue().toFloatArray()))
                .toList();
    }

    @Test
    void recipesNameTheirWeightsAndKeepTheGeneratorAlone() {
        assertThat(DcGanRecipes.all()).extracting(recipe -> recipe.name()).containsExactly("dcgan", "cgan");
        Map<String, ?> kept = DcGanRecipes.dcgan().model().get().parameters();
        assertThat(kept.keySet()).allMatch(name -> name.startsWith("layers."));
    }

    @Test
    void trainingLeavesNoTensorBehind() {
        DcGan game = game(10, 4);
        List<Integer> live = new ArrayList<>();
        game.loop(Batches.of(DIGITS), options(9).withReportEvery(3))
                .run((progress, log) -> live.add(Compute.liveTensors()));
        assertThat(live).hasSize(3).containsOnly(live.get(0));
    }
}
