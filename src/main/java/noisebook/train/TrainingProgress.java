package noisebook.train;

import java.time.Duration;
import java.util.Map;

/**
 * Where a run stands.
 *
 * @param step steps done
 * @param steps steps in all
 * @param losses mean of each loss since the last report, by name
 * @param elapsed time since this run started
 * @param stepsPerSecond speed so far
 */
public record TrainingProgress(
        int step, int steps, Map<String, Double> losses, Duration elapsed, double stepsPerSecond) {
    /** The time the remaining steps take at this speed. */
    public Duration eta() {
        return Duration.ofMillis(Math.round(1000 * (steps - step) / stepsPerSecond));
    }
}
