package noisebook.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.time.Duration;
import noisebook.data.DataSet;
import noisebook.data.DrawnDigits;
import noisebook.data.ImageSet;
import noisebook.data.Split;
import noisebook.nn.Linear;
import org.junit.jupiter.api.Test;

final class BudgetTest {
    private static final ImageSet DIGIT = DrawnDigits.of("one", 1, 1);
    private static final Split DATA = new Split(DataSet.DRAWN_DIGITS, DIGIT, DIGIT);

    /** Steps that take at least so long each. */
    private static Recipe<Linear> steps(long millis) {
        return new Recipe<>(
                "line",
                () -> new Linear(1, 1),
                TrainingOptions.of(7, 1, 1e-2),
                (model, data, options) -> TrainingLoop.of(
                        model,
                        Batches.generated((manager, n) -> manager.ones(new Shape(n, 1))),
                        (batch, random) -> {
                            pause(millis);
                            return Loss.of(model.forward(batch.head()).square().mean());
                        },
                        options));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void stepsAreAsManyAsFitAfterTheTiming() {
        Recipe<Linear> fitted = Budget.fit(steps(10), DATA, Duration.ofSeconds(5));
        assertThat(fitted.options().steps()).as("of 10 ms or more, in 4.5 s").isBetween(50, 450);
        assertThat(fitted.options().withSteps(7)).isEqualTo(steps(10).options());
    }

    @Test
    void aTimeThatIsOverBeforeTheTrainingBeginsIsRefused() {
        assertThatThrownBy(() -> Budget.fit(steps(2), DATA, Duration.ofMillis(100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("a budget of 0 s is too short for line: .* give at least [1-9][0-9]* s");
    }
}
