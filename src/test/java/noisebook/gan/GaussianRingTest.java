package noisebook.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import noisebook.data.Points2d;
import noisebook.math.Doubles;
import noisebook.math.PrecisionRecall;
import org.junit.jupiter.api.Test;

final class GaussianRingTest {
    private static final GaussianRing RING = new GaussianRing(2, .2);

    @Test
    void theRingItselfHitsAllModesAndDivergesByItsSamplingNoiseAlone() {
        float[] points = Doubles.floats(Points2d.eightGaussians(20_000, 2, .2, 5));
        assertThat(RING.coverage(points).modesHit()).isEqualTo(8);
        assertThat(RING.coverage(points).shareGood()).isCloseTo(.989, within(.004));
        assertThat(RING.divergence(points)).isBetween(0., .003);
        float[] thousand = Arrays.copyOf(points, 2000);
        assertThat(RING.precisionRecall(thousand).precision()).isGreaterThan(.95);
        assertThat(RING.precisionRecall(thousand).recall()).isGreaterThan(.95);
    }

    @Test
    void samplesAwayFromTheRingDivergeByLogTwo() {
        float[] far = {100, 100, -100, 3, 0, 1e6f};
        assertThat(RING.divergence(far)).isCloseTo(Math.log(2), within(2e-4));
        assertThat(RING.coverage(far).modesHit()).isZero();
    }

    /** One of eight modes: ½ log(2/(1 + 1/8)) + ½ [⅛ log((2/8)/(1 + 1/8)) + ⅞ log 2]. */
    @Test
    void oneModeOfEightDivergesByItsClosedForm() {
        double[][] one = Points2d.eightGaussians(20_000, 2, .2, 6);
        double[] first = Points2d.eightCentres(2)[0];
        for (double[] point : one) {
            moveToFirst(point, first);
        }
        double m = 1 + 1 / 8.;
        double expected = .5 * Math.log(2 / m) + .5 * (Math.log(2 / 8. / m) / 8 + 7 / 8. * Math.log(2));
        assertThat(RING.divergence(Doubles.floats(one))).isCloseTo(expected, within(.003));
        assertThat(RING.coverage(Doubles.floats(one)).modesHit()).isEqualTo(1);
        PrecisionRecall measured = RING.precisionRecall(Arrays.copyOf(Doubles.floats(one), 2000));
        assertThat(measured.precision()).isGreaterThan(.9);
        assertThat(measured.recall()).isCloseTo(1 / 8., within(.05));
    }

    private static void moveToFirst(double[] point, double[] first) {
        double[][] centers = Points2d.eightCentres(2);
        double[] nearest = centers[0];
        for (double[] center : centers) {
            if (Math.hypot(point[0] - center[0], point[1] - center[1])
                    < Math.hypot(point[0] - nearest[0], point[1] - nearest[1])) {
                nearest = center;
            }
        }
        point[0] += first[0] - nearest[0];
        point[1] += first[1] - nearest[1];
    }

    @Test
    void aRingWithoutSizeIsRefused() {
        assertThatThrownBy(() -> new GaussianRing(2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2.0 and 0.0");
    }

    @Test
    void aThousandSamplesOfTheRingItselfComeToThreeHundredths() {
        double[][] points = Points2d.eightGaussians(1000, 2, .2, 5);
        assertThat(RING.divergence(Doubles.floats(points))).isBetween(.025, .038);
    }
}
