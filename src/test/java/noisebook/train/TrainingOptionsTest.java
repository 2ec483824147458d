package noisebook.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class TrainingOptionsTest {
    private static final Offset<Double> DOUBLE = Offset.offset(1e-12);

    private static double factor(TrainingOptions.Schedule schedule, int step) {
        return TrainingOptions.of(1000, 1, 1).withSchedule(schedule).rateFactor(step);
    }

    @Test
    void theCosineRisesForATwentiethAndFallsToZero() {
        var cosine = TrainingOptions.Schedule.WARMUP_COSINE;
        assertThat(factor(cosine, 24)).isCloseTo(.5, DOUBLE);
        assertThat(factor(cosine, 50)).isCloseTo(1, DOUBLE);
        assertThat(factor(cosine, 525)).isCloseTo(.5, DOUBLE);
        assertThat(factor(cosine, 999)).isBetween(0., 1e-4);
    }

    @Test
    void theLineRisesForATwentiethStaysToThreeFifthsAndFallsToZero() {
        var linear = TrainingOptions.Schedule.WARMUP_LINEAR;
        assertThat(factor(linear, 24)).isCloseTo(.5, DOUBLE);
        assertThat(factor(linear, 50)).isCloseTo(1, DOUBLE);
        assertThat(factor(linear, 600)).isCloseTo(1, DOUBLE);
        assertThat(factor(linear, 800)).isCloseTo(.5, DOUBLE);
        assertThat(factor(linear, 999)).isCloseTo(.0025, DOUBLE);
    }
}
