package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

final class TrainingChartTest {
    private final TrainingChart chart = TrainingChart.of("VAE", "loss (nats per image)", 6000);

    @Test
    void progressTellsStepsSpeedAndTimeLeft() {
        assertThat(chart.progress(0)).isEqualTo("step 0 of 6000");
        chart.add("train", 1200, 105);
        assertThat(chart.progress(30)).isEqualTo("step 1200 of 6000 · 40 steps/s · 2 min 0 s left");
        assertThat(chart.progress(2400)).isEqualTo("step 1200 of 6000 · 0.5 steps/s · 160 min 0 s left");
        chart.add("train", 6000, 103);
        assertThat(chart.progress(60)).isEqualTo("step 6000 of 6000 · 100 steps/s · done");
    }

    @Test
    void drawsBeforeTheFirstStep() {
        assertThat(chart.image(0).getWidth()).isEqualTo(1120);
    }

    @Test
    void curvesAndBandsAreVisible() {
        chart.band("floor", 100, 104);
        for (int step = 1; step <= 5000; step++) {
            chart.add("train", step, 100 + 4000. / step);
            chart.add("test", step, 110 + 4000. / step);
        }
        BufferedImage image = chart.image(10);
        assertThat(Drawings.count(image, Palette.series(0))).isGreaterThan(500);
        assertThat(Drawings.count(image, Palette.series(1))).isGreaterThan(500);
        assertThat(Drawings.count(image, Palette.RULE)).isGreaterThan(5_000);
    }

    @Test
    void valuesThatAreNotFiniteAreLeftOut() {
        chart.add("train", 1, 3);
        chart.add("train", 2, Double.NaN);
        chart.add("train", 3, Double.POSITIVE_INFINITY);
        assertThat(chart.image(1)).isNotNull();
        assertThat(chart.progress(0)).isEqualTo("step 3 of 6000");
    }

    @Test
    void samplesStandBesideTheCurvesWithSharpPixels() {
        chart.samples(Drawings.plain(280, 280, Color.MAGENTA));
        BufferedImage image = chart.image(0);
        assertThat(image.getWidth()).isEqualTo(1120 + 16 + 560);
        assertThat(Drawings.count(image, Color.MAGENTA)).isEqualTo(560 * 560);
    }

    @Test
    void rejectsARunWithoutSteps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingChart.of("VAE", "loss (nats)", 0))
                .withMessage("totalSteps must be at least 1, was 0");
    }
}
