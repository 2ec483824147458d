package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PcaTest {
    /** 500 rows of 4 numbers, of standard deviations 4, 2, 1, .5 along turned axes. */
    private static float[] rows() {
        Random random = new Random(42);
        float[] rows = new float[500 * 4];
        double[] deviations = {4, 2, 1, .5};
        double[][] axes = {{.5, .5, .5, .5}, {.5, -.5, .5, -.5}, {.5, .5, -.5, -.5}, {.5, -.5, -.5, .5}};
        for (int row = 0; row < 500; row++) {
            for (int axis = 0; axis < 4; axis++) {
                double coordinate = deviations[axis] * random.nextGaussian();
                for (int i = 0; i < 4; i++) {
                    rows[row * 4 + i] += (float) (axes[axis][i] * coordinate);
                }
            }
        }
        return rows;
    }

    @Test
    void whatIsLostAreTheVariancesLeftOut() {
        float[] rows = rows();
        FittedGaussian fit = FittedGaussian.of(rows, 4);
        double[] variances = fit.eigenvalues();
        double expected = (variances[2] + variances[3]) * 499 / 500 / 4;
        assertThat(Pca.of(fit, 2).reconstructionMse(rows)).isCloseTo(expected, within(1e-12));
        assertThat(Pca.of(fit, 4).reconstructionMse(rows)).isCloseTo(0, within(1e-20));
    }

    @Test
    void decodingACodeAndEncodingItAgainChangesNothing() {
        Pca pca = Pca.of(FittedGaussian.of(rows(), 4), 3);
        double[] z = {1, -2, .5};
        assertThat(pca.encode(pca.decode(z))).containsExactly(z, within(1e-13));
    }

    @Test
    void firstComponentFollowsTheLargestVariance() {
        assertThat(Math.abs(Pca.of(FittedGaussian.of(rows(), 4), 1).components().elementSum()))
                .as("seed 42")
                .isCloseTo(2, within(.01)); // (½, ½, ½, ½) up to its sign
    }

    @Test
    void refusesTooManyComponentsAndPartsOfRows() {
        FittedGaussian fit = FittedGaussian.of(rows(), 4);
        assertThatThrownBy(() -> Pca.of(fit, 5)).hasMessage("k must be in [1, 4], was 5");
        assertThatThrownBy(() -> Pca.of(fit, 0)).hasMessage("k must be in [1, 4], was 0");
        assertThatThrownBy(() -> Pca.of(fit, 1).reconstructionMse(new float[5])).hasMessageContaining("rows of 4");
    }
}
