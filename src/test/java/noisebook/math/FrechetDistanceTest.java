package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

final class FrechetDistanceTest {
    private static FittedGaussian gaussian(double[] mean, SimpleMatrix covariance) {
        return new FittedGaussian(new SimpleMatrix(mean), covariance, 1000);
    }

    private static SimpleMatrix randomCovariance(int dimension, int rank, Random random) {
        SimpleMatrix factor = SimpleMatrix.random_DDRM(dimension, rank, -1, 1, random);
        return factor.mult(factor.transpose());
    }

    @Test
    void standardAgainstShiftedAndDoubledIsEight() {
        FittedGaussian standard = gaussian(new double[4], SimpleMatrix.identity(4));
        FittedGaussian other =
                gaussian(new double[] {1, 1, 1, 1}, SimpleMatrix.identity(4).scale(4));
        assertThat(FrechetDistance.between(standard, other)).isCloseTo(8, within(1e-12));
    }

    @Test
    void diagonalCovariancesAddUpTheirDeviations() {
        FittedGaussian a = gaussian(new double[] {1, 0, 2}, SimpleMatrix.diag(1, 9, 0));
        FittedGaussian b = gaussian(new double[] {0, 0, 0}, SimpleMatrix.diag(16, 4, .25));
        assertThat(FrechetDistance.between(a, b)).isCloseTo(5 + 9 + 1 + .25, within(1e-12));
    }

    @Test
    void equalGaussiansWithoutFullRankAreAtZero() {
        Random random = new Random(42);
        FittedGaussian a = gaussian(new double[20], randomCovariance(20, 3, random));
        assertThat(FrechetDistance.between(a, a)).isCloseTo(0, within(1e-10));
    }

    @Test
    void isSymmetricAndEqualsTheTraceOfTheProductsRoot() {
        Random random = new Random(42);
        FittedGaussian a = gaussian(new double[6], randomCovariance(6, 6, random));
        FittedGaussian b = gaussian(new double[] {1, 2, 3, 4, 5, 6}, randomCovariance(6, 6, random));
        double distance = FrechetDistance.between(a, b);
        assertThat(FrechetDistance.between(b, a)).isCloseTo(distance, within(1e-9));
        double overlap = a.covariance().mult(b.covariance()).eig().getEigenvalues().stream()
                .mapToDouble(value -> Math.sqrt(value.real))
                .sum();
        double expected = 91 + a.covariance().trace() + b.covariance().trace() - 2 * overlap;
        assertThat(distance).isCloseTo(expected, within(1e-9));
    }

    @Test
    void biasOfFittedGaussiansFallsAsOneOverSamples() {
        double few = meanSelfDistance(100);
        double many = meanSelfDistance(400);
        assertThat(few / many).as("seed 42, %f against %f", few, many).isCloseTo(4, within(.6));
    }

    /** Mean distance of N(0, I₈) from itself, each side known by n samples only. */
    private static double meanSelfDistance(int samples) {
        Random random = new Random(42);
        double sum = 0;
        for (int run = 0; run < 20; run++) {
            sum += FrechetDistance.between(normal(samples, random), normal(samples, random));
        }
        return sum / 20;
    }

    private static FittedGaussian normal(int samples, Random random) {
        double[][] rows = new double[samples][8];
        Arrays.stream(rows).forEach(row -> Arrays.setAll(row, i -> random.nextGaussian()));
        return FittedGaussian.of(rows);
    }

    @Test
    void refusesDifferentDimensionsAndNaN() {
        FittedGaussian two = gaussian(new double[2], SimpleMatrix.identity(2));
        FittedGaussian three = gaussian(new double[3], SimpleMatrix.identity(3));
        assertThatThrownBy(() -> FrechetDistance.between(two, three))
                .hasMessage("both Gaussians must have one dimension, were 2 and 3");
        FittedGaussian broken = gaussian(new double[2], SimpleMatrix.diag(1, Double.NaN));
        assertThatThrownBy(() -> FrechetDistance.between(two, broken)).hasMessageContaining("NaN");
    }
}
