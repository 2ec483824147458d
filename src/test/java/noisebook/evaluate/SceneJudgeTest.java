package noisebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.DrawnScenes;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.data.Scene;
import noisebook.data.SceneSet;
import noisebook.math.PrecisionRecall;
import noisebook.tensor.Scope;
import noisebook.train.Batches;
import noisebook.train.Optimizer;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;
import org.junit.jupiter.api.Test;

final class SceneJudgeTest {
    private static final SceneJudge JUDGE = SceneJudge.of(DataSets.load(DataSet.DRAWN_SCENES));
    private static final SceneSet FRESH = DrawnScenes.all(1_000, 99);

    private static double share(Function<Scene, Object> of) {
        List<Scene> read = JUDGE.read(FRESH.images().images());
        List<Scene> are = FRESH.scenes();
        return Collections.frequency(
                        IntStream.range(0, are.size())
                                .mapToObj(i -> of.apply(read.get(i)).equals(of.apply(are.get(i))))
                                .toList(),
                        true)
                / (double) are.size();
    }

    @Test
    void itReadsAnimalColourAndPlaceOfFreshPicturesWhiteCatsIncluded() {
        assertThat(share(Scene::animal)).isGreaterThanOrEqualTo(.985);
        assertThat(share(Scene::colour)).isGreaterThanOrEqualTo(.985);
        assertThat(share(Scene::place)).isGreaterThanOrEqualTo(.985);
        List<Scene> cats = Scene.all().stream().filter(Scene::heldOut).toList();
        SceneSet whiteCats = DrawnScenes.among(cats, 200, 5);
        assertThat(JUDGE.asAsked(whiteCats.images().images(), whiteCats.scenes()))
                .isGreaterThanOrEqualTo(.95);
    }

    @Test
    void whatWasNotAskedForDoesNotCount() {
        Images pictures = FRESH.images().head(100).images();
        List<Scene> asked = FRESH.scenes().subList(1, 101);
        assertThat(JUDGE.asAsked(pictures, asked)).isLessThan(.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JUDGE.asAsked(pictures, asked.subList(0, 5)))
                .withMessageContaining("5");
    }

    @Test
    void whatIsNoSceneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JUDGE.read(Images.grey(28, 28, new float[784])))
                .withMessageContaining("drawn scenes are colour images of 32×32 pixels");
        Images signed = FRESH.images().head(70).images().in(PixelRange.SIGNED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JUDGE.distance(signed))
                .withMessageContaining("pixels must lie in [0, 1]");
    }

    @Test
    void realPicturesScoreTheFloorAndNoiseFarAboveIt() {
        Images real = DrawnScenes.training(500, 98).images().images();
        Fcd near = JUDGE.distance(real);
        assertThat(near.distance()).isBetween(.5 * near.floor(), 2 * near.floor());
        Random random = new Random(1);
        float[] pixels = new float[real.values().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        Images noise = Images.of(3, 32, 32, PixelRange.UNIT, pixels);
        Fcd far = JUDGE.distance(noise);
        assertThat(far.distance()).isGreaterThan(10 * far.floor());
        assertThat(far).asString().startsWith("FSD-32 ").contains("scene judge, n = 500");
        PrecisionRecall seen = JUDGE.precisionRecall(noise.head(200));
        assertThat(seen.precision()).isLessThan(.15);
        assertThat(JUDGE.nearest(real.head(3)).indices()).hasSize(3);
    }

    @Test
    void eachHeadIsAskedForItsOwnPartOfTheScene() {
        Scene scene = Scene.all().get(77);
        float[] losses = Scope.floats(m -> {
            SceneClassifier.Logits logits = new SceneClassifier.Logits(
                    m.zeros(new Shape(1, 4)), m.zeros(new Shape(1, 6)), m.zeros(new Shape(1, 5)));
            logits.animal().set(new float[] {0, 0, 0, 0});
            logits.colour().set(oneHot(6, scene.index() / 5 % 6));
            return SceneRecipe.loss(logits, m.create(new long[] {scene.index()}))
                    .total();
        });
        double colour = -Math.log(Math.E / (Math.E + 5));
        assertThat(losses[0]).isCloseTo((float) (Math.log(4) + colour + Math.log(5)), within(1e-5f));
    }

    private static float[] oneHot(int size, int at) {
        float[] row = new float[size];
        row[at] = 1;
        return row;
    }

    @Test
    void itLearnsABatchByHeart() {
        SceneClassifier classifier = new SceneClassifier();
        classifier.initialize(1);
        Batches same = Batches.of(DrawnScenes.all(32, 3).images());
        double last = TrainingLoop.of(
                        classifier,
                        same,
                        (batch, random) -> SceneRecipe.loss(classifier.logits(batch.get(0)), batch.get(1)),
                        TrainingOptions.of(120, 32, 2e-3).withOptimizer(Optimizer.adam(.9, .99)))
                .run((now, log) -> {})
                .last("loss");
        assertThat(last).isLessThan(.1);
    }
}
