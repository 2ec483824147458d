package noisebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import noisebook.data.DataSet;
import noisebook.data.DrawnDigits;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.data.Split;
import noisebook.tensor.Compute;
import noisebook.tensor.Gradients;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import noisebook.train.Recipe;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class DigitClassifierTest {
    private static final ImageSet DIGITS = DrawnDigits.of("a batch", 32, 5);
    private static final DigitClassifier MODEL = new DigitClassifier();

    static {
        MODEL.initialize(1);
    }

    @AfterAll
    static void free() {
        MODEL.close();
    }

    @Test
    void itHasAsManyParametersAsItSays() {
        long convolutions = 16 * 10 + 32 * (16 * 9 + 1) + 64 * (32 * 9 + 1);
        assertThat(MODEL.parameterCount()).isEqualTo(convolutions + 64 * (3136 + 1) + 10 * 65);
    }

    @Test
    void itOverfitsOneBatch() {
        Recipe.Training<DigitClassifier> training = ClassifierRecipe.classifier()
                .with(TrainingOptions.of(80, 32, 2e-3))
                .start(new Split(DataSet.DRAWN_DIGITS, DIGITS, DIGITS));
        training.loop().run(TrainingListener.NONE);
        try (DigitClassifier model = training.model()) {
            Predictions read = model.predict(DIGITS.images());
            assertThat(read.accuracy(DIGITS.labels())).isEqualTo(1);
            assertThat(read.shareBelow(.9)).isZero();
        }
    }

    @Test
    void batchesDoNotChangeWhatIsRead() {
        ImageSet set = DrawnDigits.of("two batches", 501, 6);
        Images many = set.images();
        Images last = many.select(500);
        double[][] rows = MODEL.predict(many).probabilities();
        assertThat(rows).hasDimensions(501, 10);
        assertThat(rows[500]).containsExactly(MODEL.predict(last).probabilities()[0], within(1e-6));
        assertThat(Arrays.stream(rows[0]).sum()).isCloseTo(1, within(1e-6));
        assertThat(MODEL.features(last)).hasSize(64);
        assertThat(MODEL.predict(set).probabilities()).isDeepEqualTo(rows);
        assertThat(MODEL.features(set)).isEqualTo(MODEL.features(many));
    }

    @Test
    void readingLeavesNoTensorBehind() {
        int before = Compute.liveTensors();
        MODEL.predict(DIGITS.images());
        MODEL.features(DIGITS);
        assertThat(Compute.liveTensors()).isEqualTo(before);
    }

    @Test
    void frozenItLetsGradientsThroughToTheImagesOnly() {
        MODEL.freeze(true);
        try (Scope scope = Scope.open()) {
            NDArray images = Tensors.images(scope.manager(), DIGITS.images());
            NDArray gradient = Gradients.of(x -> MODEL.maps(x).square(), images);
            float step = 1e-2f;
            NDArray direction = gradient.div(gradient.norm());
            float there =
                    MODEL.maps(images.add(direction.mul(step))).square().sum().getFloat();
            float here =
                    MODEL.maps(images.sub(direction.mul(step))).square().sum().getFloat();
            float slope = gradient.norm().getFloat();
            assertThat((there - here) / (2 * step)).isCloseTo(slope, within(.02f * slope));
            assertThatIllegalStateException()
                    .isThrownBy(() -> Gradients.of(gradient.sum(), MODEL.trainedTensors()))
                    .withMessageContaining("frozen");
        } finally {
            MODEL.freeze(false);
        }
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        try (Scope scope = Scope.open()) {
            NDArray large = scope.manager().zeros(new Shape(2, 1, 32, 32));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MODEL.logits(large))
                    .withMessageContaining("images must have shape (N, 1, 28, 28), was (2, 1, 32, 32)");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.predict(Images.grey(20, 50, new float[1000])))
                .withMessage("digits are grey images of 28×28 pixels, were 1 grey pictures of 20×50 in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.features(DIGITS.images().in(PixelRange.SIGNED)))
                .withMessageContaining("call in(PixelRange.UNIT).clipped() first");
    }

    @Test
    void pixelsOutOfRangeAreRefusedWithTheirPlace() {
        float[] pixels = new float[3 * 784];
        Images images = Images.grey(28, 28, pixels);
        pixels[784 + 5] = Float.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.predict(images))
                .withMessageContaining("pixel 5 of image 1 was NaN");
        pixels[784 + 5] = -1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.predict(images))
                .withMessageContaining("was -1.0: rescale");
    }
}
