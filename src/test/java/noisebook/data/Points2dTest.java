package noisebook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

final class Points2dTest {
    private static final int N = 20_000;
    private static final long SEED = 42;

    @Test
    void ringsLieOnTheirCircles() {
        for (double[] p : Points2d.rings(1000, 0, SEED)) {
            double radius = radius(p);
            assertThat(Math.min(Math.abs(radius - 1), Math.abs(radius - .5))).isLessThan(1e-12);
        }
        // E r² = (1 + ¼) / 2, with a standard error of .375 / √n
        assertThat(mean(Points2d.rings(N, 0, SEED), p -> radius(p) * radius(p))).isCloseTo(.625, within(.011));
    }

    @Test
    void noiseAddsItsVarianceToBothCoordinates() {
        double[][] points = Points2d.rings(N, .3, SEED);
        assertThat(mean(points, p -> radius(p) * radius(p))).isCloseTo(.625 + 2 * .09, within(.02));
    }

    @Test
    void moonsAreHalfCirclesAroundTheirCentres() {
        double[][] points = Points2d.moons(N, 0, SEED);
        for (double[] p : points) {
            double upper = Math.hypot(p[0] + .5, p[1] + .25);
            double lower = Math.hypot(p[0] - .5, p[1] - .25);
            boolean onUpper = Math.abs(upper - 1) < 1e-12 && p[1] >= -.25 - 1e-12;
            boolean onLower = Math.abs(lower - 1) < 1e-12 && p[1] <= .25 + 1e-12;
            assertThat(onUpper || onLower).isTrue();
        }
        assertThat(mean(points, p -> p[0])).isCloseTo(0, within(.03));
        assertThat(mean(points, p -> p[1])).isCloseTo(0, within(.02));
    }

    @Test
    void theSpiralTurnsTwiceFromTheCentreToOne() {
        for (double[] p : Points2d.spiral(1000, 0, SEED)) {
            double angle = Math.atan2(p[1], p[0]) - 4 * Math.PI * radius(p);
            assertThat(Math.cos(angle)).isCloseTo(1, within(1e-9));
            assertThat(radius(p)).isLessThanOrEqualTo(1 + 1e-12);
        }
    }

    @Test
    void eightGaussiansHaveEqualWeightsAndTheirSpread() {
        double[][] centres = Points2d.eightCentres(2);
        int[] counts = new int[8];
        double squares = 0;
        for (double[] p : Points2d.eightGaussians(N, 2, .1, SEED)) {
            int k = nearest(centres, p);
            counts[k]++;
            double d = Math.hypot(p[0] - centres[k][0], p[1] - centres[k][1]);
            squares += d * d;
        }
        // Binomial(20000, 1/8): standard deviation 47
        assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - N / 8) < 4 * 47);
        assertThat(squares / N).isCloseTo(2 * .01, within(.0006));
        assertThat(centres[2]).containsExactly(new double[] {0, 2}, within(1e-12));
    }

    @Test
    void anImageBecomesPointsWhereItsInkIs() {
        float[] image = new float[4 * 4];
        image[1] = .75f; // row 0, column 1
        image[14] = .25f; // row 3, column 2
        double[][] points = Points2d.ofImage(Images.grey(4, 4, image), N, SEED);
        int bright = 0;
        for (double[] p : points) {
            if (p[1] > 0) {
                bright++;
                assertThat(p[0]).isBetween(-.5, 0.);
                assertThat(p[1]).isBetween(.5, 1.);
            } else {
                assertThat(p[0]).isBetween(0., .5);
                assertThat(p[1]).isBetween(-1., -.5);
            }
        }
        // Binomial(20000, ¾): standard deviation 61
        assertThat(bright).isBetween(15_000 - 4 * 61, 15_000 + 4 * 61);
    }

    @Test
    void theSeedDecidesThePoints() {
        assertThat(Points2d.moons(50, .1, 1)).isDeepEqualTo(Points2d.moons(50, .1, 1));
        assertThat(Arrays.deepEquals(Points2d.moons(50, .1, 1), Points2d.moons(50, .1, 2)))
                .isFalse();
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points2d.rings(0, .1, SEED))
                .withMessage("n must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points2d.moons(1, -1, SEED))
                .withMessageEndingWith("was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points2d.ofImage(Images.grey(2, 2, new float[4]), 1, SEED))
                .withMessageContaining("all 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Points2d.ofImage(Images.grey(1, 1, new float[5]), 1, SEED))
                .withMessage("points are drawn from one grey picture, were 5 grey pictures of 1×1 in [0, 1]");
    }

    private static double radius(double[] p) {
        return Math.hypot(p[0], p[1]);
    }

    private static double mean(double[][] points, ToDoubleFunction<double[]> value) {
        return Arrays.stream(points).mapToDouble(value).average().orElseThrow();
    }

    private static int nearest(double[][] centres, double[] p) {
        int best = 0;
        for (int k = 1; k < centres.length; k++) {
            if (Math.hypot(p[0] - centres[k][0], p[1] - centres[k][1])
                    < Math.hypot(p[0] - centres[best][0], p[1] - centres[best][1])) {
                best = k;
            }
        }
        return best;
    }
}
