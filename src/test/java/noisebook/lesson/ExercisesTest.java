package noisebook.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExercisesTest {
    static Stream<Exercise<?>> exercises() {
        return Arrays.stream(Exercises.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> {
                    try {
                        return (Exercise<?>) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void theSolutionIsAcceptedAndEverySlipIsNamed(Exercise<?> exercise) {
        slipsAreNamed(exercise);
    }

    private static <F> void slipsAreNamed(Exercise<F> exercise) {
        assertThat(exercise.attempt(exercise.solution()).right()).isTrue();
        assertThat(exercise.slips())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(slip -> assertThat(exercise.attempt(slip.formula()))
                        .isEqualTo(new Attempt(
                                exercise.attempt(exercise.solution()).what(), false, slip.hint())));
    }

    @Test
    void whatNobodyForesawIsAnsweredWithWhereItGoesWrongAndAnEasyCase() {
        assertThat(Exercises.KL.attempt((mu, logVariance) -> 0).words()).startsWith("nothing is written yet");
        assertThat(Exercises.MSE.attempt((x, y) -> 7).words())
                .isEqualTo(
                        "at x = (1, 0, .5), y = (.2, .3, .6) yours gives 7.0, which is not it, and none of the usual slips."
                                + " Of two pictures that differ in one of four pixels, by 2, it is 1.");
        assertThat(Exercises.MSE.attempt((x, y) -> Double.NaN).words()).contains("yours gives NaN");
        assertThat(Exercises.MSE.attempt((x, y) -> x[3]).words())
                .isEqualTo("at x = (1, 0, .5), y = (.2, .3, .6) it stopped:"
                        + " java.lang.ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 3");
        assertThat(Exercises.BEST_DISCRIMINATOR
                        .attempt((p, q) -> q / (p + q))
                        .toMime()
                        .plain())
                .isEqualTo("✗ the best discriminator: that is the probability of a fake.");
    }
}
