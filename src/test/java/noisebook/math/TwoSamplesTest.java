package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TwoSamplesTest {
    private static double[][] normal(double mean, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[500][3];
        Arrays.stream(rows).forEach(row -> Arrays.setAll(row, i -> mean + random.nextGaussian()));
        return rows;
    }

    @Test
    void twoSetsOfOneDistributionCannotBeToldApart() {
        assertThat(TwoSamples.toldApart(normal(0, 1), normal(0, 2)))
                .as("seeds 1, 2")
                .isCloseTo(.5, within(.06));
    }

    @Test
    void setsFarApartAre() {
        assertThat(TwoSamples.toldApart(normal(0, 1), normal(50, 2))).isEqualTo(1);
    }

    @Test
    void copiesAreTakenForTheirOriginals() {
        assertThat(TwoSamples.toldApart(normal(0, 1), normal(0, 1))).isZero();
    }

    @Test
    void setsOfDifferentSizesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoSamples.toldApart(normal(0, 1), new double[2][3]))
                .withMessage("both must have one length, were 500 and 2");
    }
}
