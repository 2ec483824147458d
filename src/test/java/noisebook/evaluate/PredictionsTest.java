package noisebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class PredictionsTest {
    private static final Predictions THREE = Predictions.of(new double[][] {row(7, .95), row(2, .6), row(7, .9)});

    private static double[] row(int label, double confidence) {
        double[] row = new double[10];
        java.util.Arrays.fill(row, (1 - confidence) / 9);
        row[label] = confidence;
        return row;
    }

    @Test
    void theLabelIsTheMostProbableDigit() {
        assertThat(THREE.labels()).containsExactly(7, 2, 7);
        assertThat(THREE.confidence()).containsExactly(.95, .6, .9);
    }

    @Test
    void theHistogramCountsEveryClass() {
        assertThat(THREE.histogram()).containsExactly(0, 0, 1, 0, 0, 0, 0, 2, 0, 0);
    }

    @Test
    void doubtfulIsBelowTheBoundNotAtIt() {
        assertThat(THREE.shareBelow(.9)).isEqualTo(1 / 3.);
    }

    @Test
    void accuracyNeedsOneLabelAnImage() {
        assertThat(THREE.accuracy(new int[] {7, 2, 1})).isEqualTo(2 / 3.);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.accuracy(new int[] {7, 2}))
                .withMessageContaining("3 images")
                .withMessageContaining("were 2");
    }
}
