package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PredictionTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000);
    private static final StraightPath STRAIGHT = new StraightPath();

    private static double converted(Prediction from, Prediction to, GaussianPath path, double t) {
        double xt = path.diffuse(.6, t, -1.3);
        Prediction.Conversion conversion = from.to(to, path, t);
        return conversion.ofXt() * xt + conversion.ofPrediction() * from.of(.6, -1.3, path, t);
    }

    @ParameterizedTest
    @EnumSource
    void eachTellsEveryOther(Prediction from) {
        for (Prediction to : Prediction.values()) {
            for (int t : new int[] {1, 10, 500, 1000}) {
                assertThat(converted(from, to, SCHEDULE, t))
                        .as("%s to %s at %d", from, to, t)
                        .isCloseTo(to.of(.6, -1.3, SCHEDULE, t), within(1e-9));
            }
            for (double t : new double[] {.01, .5, .99}) {
                assertThat(converted(from, to, STRAIGHT, t)).isCloseTo(to.of(.6, -1.3, STRAIGHT, t), within(1e-12));
            }
        }
    }

    @Test
    void theVelocityIsHowFastThePointMoves() {
        double h = 1e-6;
        double moved = (STRAIGHT.diffuse(.6, .4 + h, -1.3) - STRAIGHT.diffuse(.6, .4 - h, -1.3)) / (2 * h);
        assertThat(Prediction.VELOCITY.of(.6, -1.3, STRAIGHT, .4))
                .isEqualTo(-1.3 - .6)
                .isCloseTo(moved, within(1e-8));
        // between two neighbouring times of a schedule, per radian of its clock
        double turn = SCHEDULE.clock(501) - SCHEDULE.clock(499);
        double along = (SCHEDULE.diffuse(.6, 501, -1.3) - SCHEDULE.diffuse(.6, 499, -1.3)) / turn;
        assertThat(Prediction.VELOCITY.of(.6, -1.3, SCHEDULE, 500)).isCloseTo(along, within(1e-4));
    }

    @Test
    void theVelocityOfDdpmIsThatOfSalimansAndHo() {
        double alphaBar = SCHEDULE.alphaBar(300);
        assertThat(Prediction.VELOCITY.of(.6, -1.3, SCHEDULE, 300))
                .isCloseTo(Math.sqrt(alphaBar) * -1.3 - Math.sqrt(1 - alphaBar) * .6, within(1e-15));
        assertThat(1 / Prediction.EPSILON.to(Prediction.VELOCITY, SCHEDULE, 300).ofPrediction())
                .as("an error of ε, divided by √ᾱ, is one of the velocity")
                .isCloseTo(Math.sqrt(alphaBar), within(1e-15));
        for (int t = 1; t <= 1000; t++) { // in float32, as a loss divides by it, to the bit
            assertThat((float) (1
                            / Prediction.EPSILON
                                    .to(Prediction.VELOCITY, SCHEDULE, t)
                                    .ofPrediction()))
                    .isEqualTo((float) SCHEDULE.signal(t));
        }
    }

    @Test
    void whereOneSaysNothingOfAnotherItIsRefused() {
        assertThatThrownBy(() -> Prediction.EPSILON.to(Prediction.X0, STRAIGHT, 1))
                .hasMessage("at t = 1 the prediction EPSILON does not tell X0: predict the velocity, or stay away from"
                        + " this time");
        assertThatThrownBy(() -> Prediction.X0.to(Prediction.EPSILON, STRAIGHT, 0))
                .hasMessageStartingWith("at t = 0 the prediction X0 does not tell EPSILON");
    }
}
