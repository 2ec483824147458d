package noisebook.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import noisebook.data.DataSet;
import noisebook.data.DrawnDigits;
import noisebook.data.Images;
import noisebook.evaluate.ClassifierRecipe;
import noisebook.evaluate.DigitClassifier;
import noisebook.gan.style.StyleGenerator;
import noisebook.gan.style.Styling;
import noisebook.math.ImageLosses;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Checkpoints;
import noisebook.train.Optimizer;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class InversionTest {
    private static DigitClassifier classifier;
    private static StyleGenerator generator;
    private static Inversion inversion;

    @BeforeAll
    static void load() throws Exception {
        classifier = Checkpoints.load(ClassifierRecipe.classifier(), DataSet.DRAWN_DIGITS);
        generator = new StyleGenerator(4, Styling.DEMODULATION);
        generator.initialize(1);
        generator.freeze(true);
        inversion = new Inversion(generator, classifier::maps);
    }

    private static double apart(Images a, Images b) {
        double sum = 0;
        for (int i = 0; i < a.count(); i++) {
            sum += ImageLosses.mse(a.row(i), b.row(i)) / a.count();
        }
        return sum;
    }

    @Test
    void aDrawnPictureIsFoundAgain() {
        double[][] hidden = generator.map(generator.codes(3, 1));
        double[][] start = generator.map(generator.codes(3, 2));
        Images wanted = generator.draw(hidden, 1);
        double[][] found = inversion.search(wanted, start, 150);
        assertThat(apart(generator.draw(found, 1), wanted)).isLessThan(.1 * apart(generator.draw(start, 1), wanted));
        assertThat(inversion.search(wanted, start, 5)).isDeepEqualTo(inversion.search(wanted, start, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inversion.search(wanted, new double[2][64], 5))
                .withMessageContaining("2");
    }

    @Test
    void anEncoderLearnsABatchByHeart() {
        StyleEncoder encoder = new StyleEncoder(4);
        encoder.initialize(1);
        Images digits = DrawnDigits.of("digits", 8, 1).images();
        double[] first = {0};
        TrainingOptions options = TrainingOptions.of(150, 8, 5e-3)
                .withOptimizer(Optimizer.adam(.9, .99))
                .withReportEvery(1);
        TrainingLoop loop = TrainingLoop.of(
                encoder,
                Batches.generated((m, n) -> Tensors.images(m, digits)),
                (batch, random) -> {
                    NDArray z = random.ones(new Shape(8, StyleGenerator.LATENT));
                    return EditRecipes.loss(encoder, inversion, batch.head(), z);
                },
                options);
        double last = loop.run((now, log) -> {
                    if (now.step() == 1) {
                        first[0] = now.losses().get("loss");
                    }
                })
                .last("loss");
        assertThat(last).isLessThan(.7 * first[0]);
        assertThat(encoder.encode(digits)).hasDimensions(8, StyleGenerator.LATENT);
    }

    @Test
    void pixelsChangeUntilTheirStyleFits() {
        Images digits = DrawnDigits.of("digits", 4, 1).images();
        Images content = digits.head(2);
        Images style = digits.range(2, 4);
        double before = gram(content, style);
        Images painted = new GramTransfer(classifier::maps, 10).paint(content, style, 60);
        assertThat(gram(painted, style)).isLessThan(.3 * before);
        assertThat(new GramTransfer(classifier::maps, 0).paint(content, style, 5))
                .isEqualTo(content);
    }

    private static double gram(Images a, Images b) {
        return Scope.floats(
                m -> GramLoss.of(classifier.maps(Tensors.images(m, a)), classifier.maps(Tensors.images(m, b))))[0];
    }

    @Test
    void aDecoderLearnsABatchByHeart() {
        StyleTransfer transfer = new StyleTransfer(8);
        transfer.initialize(1);
        Images digits = DrawnDigits.of("digits", 4, 1).images();
        Images others = DrawnDigits.of("digits", 4, 2).images();
        double[] first = {0};
        double last = TrainingLoop.of(
                        transfer,
                        Batches.generated((m, n) -> Tensors.images(m, digits)),
                        (batch, random) ->
                                transfer.loss(batch.head(), Tensors.images(random, others), classifier::maps),
                        TrainingOptions.of(150, 4, 5e-3).withReportEvery(1))
                .run((now, log) -> first[0] = first[0] == 0 ? now.losses().get("loss") : first[0])
                .last("loss");
        assertThat(last).isLessThan(.3 * first[0]);
        assertThat(transfer.transfer(digits, others, classifier::maps).count()).isEqualTo(4);
    }
}
