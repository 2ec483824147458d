package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import noisebook.math.SaddleGame.Update;
import org.junit.jupiter.api.Test;

final class SaddleGameTest {
    private static final double ETA = .1;

    private static double[] ratios(Update update) {
        return SaddleGame.radiusRatios(SaddleGame.trajectory(update, 1, 1, ETA, 1000));
    }

    private static double last(Update update) {
        return ratios(update)[1000];
    }

    @Test
    void simultaneousUpdatesSpiralOut() {
        double expected = Math.pow(1 + ETA * ETA, 500);
        assertThat(last(Update.SIMULTANEOUS)).isCloseTo(expected, within(1e-9)).isCloseTo(144.77, within(.005));
    }

    @Test
    void alternatingUpdatesCircleForEver() {
        double[] ratios = ratios(Update.ALTERNATING);
        double narrowest = Math.sqrt((1 - ETA / 2) / (1 + ETA / 2)); // the ellipse x² + y² − η x y = 2 − η
        assertThat(Arrays.stream(ratios).boxed())
                .allSatisfy(ratio -> assertThat(ratio).isBetween(narrowest - 1e-12, 1 + 1e-12));
        assertThat(narrowest).isCloseTo(.951, within(5e-4));
        double[][] points = SaddleGame.trajectory(Update.ALTERNATING, 1, 1, ETA, 1000);
        assertThat(Arrays.stream(points))
                .allSatisfy(p -> assertThat(p[0] * p[0] + p[1] * p[1] - ETA * p[0] * p[1])
                        .isCloseTo(2 - ETA, within(1e-12)));
    }

    @Test
    void extragradientSpiralsIn() {
        double expected = Math.pow(1 - ETA * ETA + Math.pow(ETA, 4), 500);
        assertThat(last(Update.EXTRAGRADIENT))
                .isCloseTo(expected, within(1e-14))
                .isCloseTo(.006911, within(5e-7));
    }

    @Test
    void optimisticSpiralsInAboutAsFast() {
        assertThat(last(Update.OPTIMISTIC)).isCloseTo(.0063, within(5e-5));
    }

    @Test
    void consensusReachesTheSaddle() {
        double expected = Math.pow((1 - ETA) * (1 - ETA) + ETA * ETA, 500);
        assertThat(last(Update.CONSENSUS))
                .isCloseTo(expected, within(1e-9 * expected))
                .isBetween(7.5e-44, 8.5e-44);
    }

    @Test
    void trajectoryHoldsItsStart() {
        assertThat(SaddleGame.trajectory(Update.OPTIMISTIC, 3, 4, ETA, 0)).isDeepEqualTo(new double[][] {{3, 4}});
        assertThatThrownBy(() -> SaddleGame.trajectory(Update.OPTIMISTIC, 3, 4, ETA, -1))
                .hasMessage("steps must be at least 0, was -1");
    }
}
