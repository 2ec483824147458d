package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class FittedGaussianTest {
    @Test
    void meanAndCovarianceOfThreePoints() {
        FittedGaussian fit = FittedGaussian.of(new double[][] {{0, 1}, {3, 1}, {0, 4}});
        assertThat(fit.samples()).isEqualTo(3);
        assertThat(fit.mean().getDDRM().getData()).containsExactly(1, 2);
        assertThat(fit.covariance().getDDRM().getData()).containsExactly(3, -1.5, -1.5, 3);
        assertThat(fit.eigenvalues()).containsExactly(new double[] {4.5, 1.5}, within(1e-14));
    }

    @Test
    void flatRowsGiveTheSameFitOverManyBlocks() {
        Random random = new Random(42);
        float[] flat = new float[1300 * 3];
        double[][] rows = new double[1300][3];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = random.nextFloat();
            rows[i / 3][i % 3] = flat[i];
        }
        FittedGaussian fit = FittedGaussian.of(flat, 3);
        assertThat(fit.covariance().isIdentical(FittedGaussian.of(rows).covariance(), 0))
                .isTrue();
        assertThat(fit.covariance().get(0, 0)).as("seed 42").isCloseTo(1 / 12., within(.01));
    }

    @Test
    void fewerSamplesThanDimensionsLeaveZeroEigenvalues() {
        assertThat(FittedGaussian.of(new double[][] {{1, 0, 0}, {0, 1, 0}}).eigenvalues())
                .containsExactly(new double[] {1, 0, 0}, within(1e-14));
    }

    @Test
    void divergenceFromTheStandardNormalIsThatOfItsPrincipalAxes() {
        FittedGaussian tilted =
                FittedGaussian.of(new double[][] {{0, 1}, {3, 1}, {0, 4}}); // mean (1, 2), variances 4.5 and 1.5
        double expected = GaussianKl.toStandard(new double[] {1, 2}, new double[] {Math.log(4.5), Math.log(1.5)})
                .total();
        assertThat(tilted.klToStandard()).isCloseTo(expected, within(1e-12));
        double r = Math.sqrt(1.5);
        double[][] standard = {{r, 0}, {-r, 0}, {0, r}, {0, -r}};
        assertThat(FittedGaussian.of(standard).klToStandard()).isCloseTo(0, within(1e-12));
        assertThat(FittedGaussian.of(new double[][] {{1, 0}, {0, 1}}).klToStandard())
                .isInfinite();
    }

    @Test
    void refusesOneRowAndPartsOfRows() {
        assertThatThrownBy(() -> FittedGaussian.of(new double[][] {{1}}))
                .hasMessage("rows must have at least 2 elements, had 1");
        assertThatThrownBy(() -> FittedGaussian.of(new float[7], 3))
                .hasMessage("7 numbers are not at least two whole rows of 3");
    }

    @Test
    void whatIsDrawnHasItsMeanAndCovariance() {
        FittedGaussian gaussian = FittedGaussian.of(new double[][] {{1, 2}, {3, 8}, {4, 4}, {0, 3}});
        FittedGaussian again = FittedGaussian.of(gaussian.draw(100_000, 6));
        assertThat(again.mean().minus(gaussian.mean()).normF()).isLessThan(.03);
        assertThat(again.covariance().minus(gaussian.covariance()).normF()).isLessThan(.12);
        assertThat(gaussian.draw(3, 1)).isDeepEqualTo(gaussian.draw(3, 1));
    }
}
