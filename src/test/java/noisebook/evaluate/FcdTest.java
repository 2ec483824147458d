package noisebook.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import noisebook.math.FittedGaussian;
import org.junit.jupiter.api.Test;

final class FcdTest {
    private static final int COUNT = 500;
    private static final float[] REAL = normal(COUNT, 11);
    private static final FittedGaussian REFERENCE = FittedGaussian.of(REAL, DigitClassifier.FEATURES);

    private static float[] normal(int count, long seed) {
        Random random = new Random(seed);
        float[] rows = new float[count * DigitClassifier.FEATURES];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) random.nextGaussian();
        }
        return rows;
    }

    private static float[] scaledAndShifted(float[] rows, float scale, float shift) {
        float[] changed = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            changed[i] = scale * rows[i] + shift;
        }
        return changed;
    }

    @Test
    void theSameFeaturesAreAtDistanceZero() {
        assertThat(Fcd.between(Fcd.DIGITS, REFERENCE, REAL)).isCloseTo(0, within(1e-9));
    }

    @Test
    void aShiftCostsItsSquaredLength() {
        double expected = DigitClassifier.FEATURES * .5 * .5;
        assertThat(Fcd.between(Fcd.DIGITS, REFERENCE, scaledAndShifted(REAL, 1, .5f)))
                .isCloseTo(expected, within(1e-4));
    }

    /** Scaling by 2 moves the mean m to 2m and makes every standard deviation grow by itself: ‖m‖² + (2 − 1)² tr Σ. */
    @Test
    void aScaleCostsTheTraceOfTheCovariance() {
        double mean = REFERENCE.mean().normF();
        double expected = mean * mean + REFERENCE.covariance().trace();
        assertThat(Fcd.between(Fcd.DIGITS, REFERENCE, scaledAndShifted(REAL, 2, 0)))
                .isCloseTo(expected, within(1e-4));
    }

    /** Both samples are of one Gaussian, so all that remains is the bias, which falls as 1/n. */
    @Test
    void theBiasHalvesWhenTheSamplesDouble() {
        FittedGaussian reference = FittedGaussian.of(normal(40_000, 1), DigitClassifier.FEATURES);
        double few = Fcd.between(Fcd.DIGITS, reference, normal(1_000, 2));
        double twice = Fcd.between(Fcd.DIGITS, reference, normal(2_000, 3));
        assertThat(few / twice).as("seeds 1, 2, 3").isBetween(1.8, 2.2);
    }

    @Test
    void tooFewImagesAreRefusedWithTheNumberNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fcd.between(Fcd.DIGITS, REFERENCE, normal(64, 4)))
                .withMessageContaining("at least 65 images, had 64");
    }

    @Test
    void itIsNeverPrintedWithoutExtractorNumberAndFloor() {
        assertThat(new Fcd(Fcd.DIGITS, 12.3456, .5, 2_000, "MNIST classifier"))
                .hasToString("FCD-28 12.35 (features of the MNIST classifier, n = 2,000; as many real images: 0.50)");
    }
}
