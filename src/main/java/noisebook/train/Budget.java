package noisebook.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import noisebook.data.Split;
import noisebook.math.Doubles;
import noisebook.nn.Module;

/**
 * Fits a training into a time: a few steps of a network that is thrown away are timed, then the rest of the time gives a number of steps. With
 * that number the run is an ordinary one, which the same seed repeats wherever it is.
 */
public final class Budget {
    private static final int TIMED = 50;
    private static final int READING = 10;
    private static final double MARGIN = .98; // no two stretches of steps take the same time

    private Budget() {}

    /**
     * The recipe with as many steps as fit, after what the timing has taken itself.
     *
     * @param time of timing and training together, by the clock
     * @throws IllegalArgumentException when the time is over before the training has begun
     */
    public static <M extends Module> Recipe<M> fit(Recipe<M> recipe, Split data, Duration time) {
        long start = System.nanoTime();
        double perStep = secondsPerStep(recipe, data);
        double spent = (System.nanoTime() - start) / 1e9;
        int steps = (int) (MARGIN * (time.toMillis() / 1e3 - spent) / perStep);
        if (steps < TIMED) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a budget of %.0f s is too short for %s: %d steps take %.0f s to time here; give at least %.0f s",
                    time.toMillis() / 1e3,
                    recipe.name(),
                    TIMED,
                    spent,
                    Math.ceil(spent + 2 * TIMED * perStep)));
        }
        return recipe.with(recipe.options().withSteps(steps));
    }

    /** The median of the readings but the first, in which everything is made that later steps find. */
    private static double secondsPerStep(Recipe<?> recipe, Split data) {
        Recipe.Training<?> probe = recipe.with(recipe.options().withSteps(TIMED).withReportEvery(READING))
                .start(data);
        List<Double> ends = new ArrayList<>();
        try (Module model = probe.model()) {
            TrainingLog unused =
                    probe.loop().run((now, log) -> ends.add(now.elapsed().toNanos() / 1e9));
        }
        double[] each = new double[ends.size() - 1];
        for (int i = 0; i < each.length; i++) {
            each[i] = (ends.get(i + 1) - ends.get(i)) / READING;
        }
        return Doubles.median(each);
    }
}
