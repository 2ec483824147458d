package noisebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.ImageSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shipped classifiers make of real handwriting; runs where MNIST is found. */
final class HandwritingTest {
    @BeforeEach
    void mnistIsThere() {
        assumeThat(DataSets.available()).isEqualTo(DataSet.MNIST);
    }

    private static double accuracyOnMnist(DataSet trainedOn) {
        ImageSet test = DataSets.load(DataSet.MNIST).test();
        return Evaluator.load(trainedOn).predict(test.images()).accuracy(test.labels());
    }

    @Test
    void itReadsTheHandwritingItWasTrainedOn() {
        assertThat(accuracyOnMnist(DataSet.MNIST)).isGreaterThanOrEqualTo(.98);
    }

    /** The evidence that drawn digits resemble handwriting. */
    @Test
    void drawnDigitsTeachToReadHandwriting() {
        assertThat(accuracyOnMnist(DataSet.DRAWN_DIGITS)).isGreaterThanOrEqualTo(.6);
    }
}
