package noisebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Random;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.data.Split;
import noisebook.math.PrecisionRecall;
import org.junit.jupiter.api.Test;

final class EvaluatorTest {
    private static final Split DIGITS = DataSets.load(DataSet.DRAWN_DIGITS);
    private static final Evaluator JUDGE = Evaluator.of(DIGITS);

    private static Images noise(int count) {
        Random random = new Random(7);
        float[] pixels = new float[count * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return Images.grey(28, 28, pixels);
    }

    @Test
    void theShippedClassifierReadsTheDrawnDigits() {
        ImageSet test = DIGITS.test().head(2_000);
        assertThat(JUDGE.predict(test.images()).accuracy(test.labels())).isGreaterThanOrEqualTo(.98);
    }

    @Test
    void realImagesScoreTheFloorAndNoiseFarAboveIt() {
        Fcd real = JUDGE.fcd(JUDGE.realTraining(500).images());
        assertThat(real.distance()).isBetween(.5 * real.floor(), 2 * real.floor());
        Fcd bad = JUDGE.fcd(noise(500));
        assertThat(bad.distance()).isGreaterThan(50 * bad.floor());
        assertThat(bad).asString().contains("drawn digits classifier, n = 500");
    }

    @Test
    void copiesOfTheTrainingSetAreFoundOut() {
        Images copies = DIGITS.train().select(17, 59_999).images();
        Neighbours pixels = JUDGE.nearestInPixels(copies);
        assertThat(pixels.indices()).containsExactly(17, 59_999);
        assertThat(pixels.distances()).containsOnly(0);
    }

    @Test
    void precisionAndRecallSeeNoiseAndMissingDigits() {
        PrecisionRecall noise = JUDGE.precisionRecall(noise(300));
        assertThat(noise.precision()).isLessThan(.15);
        PrecisionRecall ones =
                JUDGE.precisionRecall(DIGITS.train().ofClass(1).head(300).images());
        assertThat(ones.precision()).isGreaterThan(.7);
        assertThat(ones.recall()).isLessThan(.2);
    }

    @Test
    void aGeneratorThatCopiesScoresLikeRealImages() {
        Judgement copies = JUDGE.judge(JUDGE.realTraining(300).images());
        assertThat(copies.fcd().distance()).isLessThan(2 * copies.fcd().floor());
        assertThat(copies.precisionRecall().precision()).isGreaterThan(.7);
        assertThat(copies.compared()).isEqualTo(300);
        assertThat(copies.predictions().shareBelow(.9)).isLessThan(.1);
    }

    @Test
    void aMachineTellsNoiseFromDigitsButNotDigitsFromDigits() {
        assertThat(JUDGE.toldApart(noise(200))).isGreaterThan(.95);
        assertThat(JUDGE.toldApart(DIGITS.train().head(200).images())).isBetween(.4, .65);
    }

    @Test
    void aDataSetWithoutAClassifierSaysHowToTrainOne() {
        Split other = new Split(DataSet.FASHION_MNIST, DIGITS.train(), DIGITS.test());
        assertThatThrownBy(() -> Evaluator.of(other))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("./noisebook train classifier --data fashion");
    }

    @Test
    void aClassifierOfOtherImagesIsNeverUsed() {
        Split other = new Split(DataSet.DRAWN_DIGITS, DIGITS.train().head(100), DIGITS.test());
        assertThatThrownBy(() -> Evaluator.of(other))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("data-sha256");
    }

    @Test
    void badImagesAreRefusedBeforeTheWork() {
        assertThatIllegalArgumentException().isThrownBy(() -> JUDGE.fcd(Images.grey(27, 29, new float[783])));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JUDGE.fcd(noise(10)))
                .withMessageContaining("had 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JUDGE.nearestInPixels(Images.grey(5, 157, new float[785])));
    }
}
