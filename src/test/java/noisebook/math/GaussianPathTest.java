package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class GaussianPathTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000);
    private static final StraightPath STRAIGHT = new StraightPath();

    @Test
    void bothBeginAtTheDataAndEndInNoise() {
        for (GaussianPath path : new GaussianPath[] {SCHEDULE, STRAIGHT}) {
            assertThat(path.diffuse(.7, 0, 3)).isEqualTo(.7);
            assertThat(path.diffuse(.7, path.end(), 3)).isCloseTo(3, within(.005));
        }
    }

    @Test
    void aWalkFallsEvenlyFromItsStartToTheData() {
        assertThat(SCHEDULE.stops(1000, 1)).containsExactly(1000, 0);
        assertThat(SCHEDULE.stops(1000, 5)).containsExactly(1000, 800, 600, 400, 200, 0);
        assertThat(SCHEDULE.stops(400, 3)).containsExactly(400, 267, 133, 0);
        assertThat(SCHEDULE.stops(1000, 1000))
                .startsWith(1000, 999)
                .endsWith(2, 1, 0)
                .hasSize(1001);
        assertThat(STRAIGHT.stops(1, 4)).containsExactly(1, .75, .5, .25, 0);
        assertThat(STRAIGHT.stops(.6, 2)).containsExactly(.6, .3, 0);
    }

    @Test
    void aWalkThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> SCHEDULE.stops(1000, 1001)).hasMessage("steps must be in [1, 1000], was 1001");
        assertThatThrownBy(() -> SCHEDULE.stops(3, 4)).hasMessage("steps must be in [1, 3], was 4");
        assertThatThrownBy(() -> SCHEDULE.stops(2.5, 1))
                .hasMessage("a walk must start at a whole time in (0, 1000], was 2.5");
        assertThatThrownBy(() -> STRAIGHT.stops(0, 1)).hasMessage("a walk must start at a time in (0, 1], was 0.0");
        assertThatThrownBy(() -> STRAIGHT.stops(1, 0)).hasMessage("steps must be at least 1, was 0");
        assertThatThrownBy(() -> SCHEDULE.signal(2.5)).hasMessage("t must be a whole number in [0, 1000], was 2.5");
        assertThatThrownBy(() -> STRAIGHT.noise(1.5)).hasMessage("t must be in [0, 1], was 1.5");
    }

    @Test
    void evenSharesAreEvenTimes() {
        double[] times = new double[5000];
        Arrays.setAll(times, i -> SCHEDULE.quantile((i + .5) / times.length));
        assertThat(times[0]).isEqualTo(1);
        assertThat(times[4999]).isEqualTo(1000);
        assertThat(Arrays.stream(times).filter(t -> t == 500).count()).isEqualTo(5);
        assertThat(STRAIGHT.quantile(.25)).isEqualTo(.25);
    }

    @Test
    void theScheduleTurnsAtTheSpeedOfItsClock() {
        for (int t = 0; t <= 1000; t += 50) {
            assertThat(Math.cos(SCHEDULE.clock(t))).isCloseTo(SCHEDULE.signal(t), within(1e-12));
            assertThat(Math.sin(SCHEDULE.clock(t))).isCloseTo(SCHEDULE.noise(t), within(1e-12));
        }
    }

    @Test
    void timesReadAsPeopleWriteThem() {
        assertThat(GaussianPath.text(1000)).isEqualTo("1000");
        assertThat(GaussianPath.text(.25)).isEqualTo("0.250");
    }
}
