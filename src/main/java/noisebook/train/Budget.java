package noisebook.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import noisebook.data.Split;
import noisebook.math.Doubles;
import noisebook.nn.Network;

/**
 * Fits a training into a time: a network that is thrown away is trained for a moment, and its speed says how many steps fit into the rest.
 * With that number the run is an ordinary one, which the same seed repeats wherever it is.
 */
public final class Budget {
    private static final double TIMING = .05; // share of the time that the timing takes,
    private static final double LONGEST = 5; // and its most seconds
    private static final int READINGS = 4; // and its least readings, of so many steps each
    private static final int READING = 10;
    private static final double MARGIN = .98; // no two stretches of steps take the same time
    private static final int LEAST = 50; // steps of a training worth the name

    private Budget() {}

    /**
     * The recipe with as many steps as fit, after what the timing has taken itself.
     *
     * @param time of timing and training together, by the clock
     * @throws IllegalArgumentException when the time is over before the training has begun
     * @throws CancellationException when the thread is interrupted
     */
    public static <M extends Network> Recipe<M> fit(Recipe<M> recipe, Split data, Duration time) {
        long start = System.nanoTime();
        double given = time.toMillis() / 1e3;
        double perStep = secondsPerStep(recipe, data, Math.min(LONGEST, TIMING * given));
        double spent = (System.nanoTime() - start) / 1e9;
        int steps = (int) (MARGIN * (given - spent) / perStep);
        if (steps < LEAST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a budget of %.0f s is too short for %s: a step takes %.3f s here, and fewer than %d would fit; give"
                            + " at least %.0f s",
                    given,
                    recipe.name(),
                    perStep,
                    LEAST,
                    Math.ceil(2 * spent + LEAST * perStep / MARGIN)));
        }
        return recipe.with(recipe.options().withSteps(steps));
    }

    /** The median of the later half of the readings: the first steps make what the others find. */
    private static double secondsPerStep(Recipe<?> recipe, Split data, double seconds) {
        TrainingOptions endless = recipe.options().withSteps(Integer.MAX_VALUE).withReportEvery(READING);
        List<Double> ends = new ArrayList<>();
        Recipe.Training<?> timing = recipe.with(endless).start(data);
        try (Network model = timing.model()) {
            TrainingLog unused = timing.loop().run((now, log) -> {
                ends.add(now.elapsed().toNanos() / 1e9);
                if (over(ends, seconds)) {
                    timing.loop().stop();
                }
            });
        }
        if (!over(ends, seconds)) {
            throw new CancellationException("the timing of " + recipe.name() + " was stopped");
        }
        int first = ends.size() / 2;
        double[] each = new double[ends.size() - first];
        for (int i = 0; i < each.length; i++) {
            each[i] = (ends.get(first + i) - ends.get(first + i - 1)) / READING;
        }
        return Doubles.median(each);
    }

    private static boolean over(List<Double> ends, double seconds) {
        return ends.size() >= READINGS && ends.get(ends.size() - 1) > seconds;
    }
}
