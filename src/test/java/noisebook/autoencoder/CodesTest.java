package noisebook.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import noisebook.math.FittedGaussian;
import org.junit.jupiter.api.Test;

final class CodesTest {
    private static final double[][] CODES = {{-1, 10}, {3, 30}, {0, 20}};

    @Test
    void theGridRunsFromTheTopLeftCellToTheBottomRight() {
        assertThat(Codes.grid(CODES, 2)).isDeepEqualTo(new double[][] {{0, 25}, {2, 25}, {0, 15}, {2, 15}});
        assertThatThrownBy(() -> Codes.grid(new double[][] {{1, 2, 3}}, 2))
                .hasMessage("a grid needs codes of 2 numbers, had 3");
    }

    @Test
    void uniformCodesFillTheBoxAndStayInIt() {
        double[][] z = Codes.uniformInBox(CODES, 20_000, 5);
        assertThat(Arrays.asList(z)).allSatisfy(row -> {
            assertThat(row[0]).isBetween(-1., 3.);
            assertThat(row[1]).isBetween(10., 30.);
        });
        FittedGaussian fitted = FittedGaussian.of(z);
        assertThat(fitted.mean().get(0)).isCloseTo(1, within(.05));
        assertThat(fitted.covariance().get(1, 1)).isCloseTo(20 * 20 / 12., within(1.));
    }

    @Test
    void gaussianCodesHaveTheirMeanAndCovariance() {
        FittedGaussian standard = FittedGaussian.of(Codes.standardNormal(20_000, 2, 5));
        assertThat(standard.mean().normF()).isLessThan(.03);
        assertThat(standard.covariance().get(0, 0)).isCloseTo(1, within(.05));
        FittedGaussian like = FittedGaussian.of(Codes.gaussianLike(CODES, 20_000, 5));
        assertThat(like.mean().get(1)).isCloseTo(20, within(.3));
        assertThat(like.covariance().get(1, 1)).isCloseTo(100, within(4.));
    }
}
