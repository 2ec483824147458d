package noisebook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class DrawnDigitsTest {
    private static final int SIDE = 28;
    private static final ImageSet DIGITS = DrawnDigits.of("digits", 5000, 42);
    private static final float[] PIXELS = DIGITS.images().values();

    /** Checkpoints name the data they were trained on: these bytes may change only together with them. */
    @Test
    void theBytesAreTheSameOnEveryMachine() {
        assertThat(DIGITS.sha256()).isEqualTo("9fcc9879f18192305424cdbd53b8962277b54378560de94daec13a94a51eb557");
    }

    @Test
    void anImageDependsOnItsPlaceAndTheSeedOnly() {
        assertThat(DrawnDigits.of("few", 10, 42).sha256())
                .isEqualTo(DIGITS.head(10).sha256());
        assertThat(DrawnDigits.of("few", 10, 43).sha256())
                .isNotEqualTo(DIGITS.head(10).sha256());
    }

    @Test
    void noTwoDigitsAreAlike() {
        assertThat(java.util.stream.IntStream.range(0, DIGITS.size())
                        .mapToObj(i -> Arrays.hashCode(DIGITS.row(i)))
                        .distinct())
                .hasSizeGreaterThan(DIGITS.size() - 5);
    }

    @Test
    void allClassesAreEquallyLikely() {
        int[] counts = new int[10];
        for (int label : DIGITS.labels()) {
            counts[label]++;
        }
        // Binomial(5000, .1): mean 500, standard deviation 21
        assertThat(counts).satisfies(all -> {
            for (int count : all) {
                assertThat(count).isBetween(500 - 4 * 21, 500 + 4 * 21);
            }
        });
    }

    /** MNIST's training pixels have mean .1307 and standard deviation .3081. */
    @Test
    void theInkIsAsMuchAsMnists() {
        double sum = 0;
        double squares = 0;
        for (float pixel : PIXELS) {
            sum += pixel;
            squares += pixel * pixel;
        }
        double mean = sum / PIXELS.length;
        assertThat(mean).isCloseTo(.1307, within(.005));
        assertThat(Math.sqrt(squares / PIXELS.length - mean * mean)).isCloseTo(.3081, within(.006));
    }

    @Test
    void pixelsAreBytesAndTheBackgroundIsExactlyBlack() {
        for (float pixel : PIXELS) {
            assertThat(Math.round(pixel * 255) / 255f).isEqualTo(pixel);
        }
        assertThat(DIGITS.row(0)[0]).isZero();
    }

    /** As MNIST was made: moved by whole pixels until the centre of mass is within half a pixel of (14, 14). */
    @Test
    void everyDigitIsCentredByItsMass() {
        for (int i = 0; i < DIGITS.size(); i++) {
            double[] image = DIGITS.row(i);
            double mass = 0;
            double x = 0;
            double y = 0;
            for (int p = 0; p < image.length; p++) {
                mass += image[p];
                x += image[p] * (p % SIDE);
                y += image[p] * (p / SIDE);
            }
            assertThat(x / mass).as("column of image %d", i).isCloseTo(14, within(.52));
            assertThat(y / mass).as("row of image %d", i).isCloseTo(14, within(.52));
        }
    }

    @Test
    void refusesAnEmptySet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawnDigits.of("none", 0, 42))
                .withMessage("none: draw at least 1 image, was asked for 0");
    }
}
