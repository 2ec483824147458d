package noisebook.train;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The losses of a run, one reading every few steps, and how the run ended. */
public final class TrainingLog {
    /** How a run ended. */
    public enum Outcome {
        /** Not over yet. */
        RUNNING,
        /** All steps were taken. */
        COMPLETED,
        /** Stopped from outside; model and log are kept as they stood. */
        INTERRUPTED
    }

    private final List<Double> steps = new ArrayList<>();
    private final Map<String, List<Double>> series = new LinkedHashMap<>();
    private Outcome outcome = Outcome.RUNNING;

    TrainingLog() {}

    void add(int step, Map<String, Double> losses) {
        steps.add((double) step);
        losses.forEach((name, value) ->
                series.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    }

    void end(Outcome how) {
        outcome = how;
    }

    /** How the run ended. */
    public Outcome outcome() {
        return outcome;
    }

    /** The step of each reading. */
    public double[] steps() {
        return steps.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The names of the losses. */
    public Set<String> names() {
        return series.keySet();
    }

    /**
     * The readings of one loss, each the mean since the one before.
     *
     * @throws IllegalArgumentException when there is no such loss
     */
    public double[] series(String name) {
        List<Double> values = series.get(name);
        if (values == null) {
            throw new IllegalArgumentException("no loss is named '" + name + "'; there are " + series.keySet());
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The last reading of one loss. */
    public double last(String name) {
        double[] values = series(name);
        return values[values.length - 1];
    }

    String toJson() {
        Map<String, List<Double>> all = new LinkedHashMap<>(series);
        all.put("", steps);
        return new Gson().toJson(all);
    }

    static TrainingLog fromJson(String json) {
        Map<String, List<Double>> all = new Gson()
                .fromJson(
                        json,
                        new TypeToken<LinkedHashMap<String, List<Double>>>() {}.getType()); // gson 2.8.5 of stock IJava
        TrainingLog log = new TrainingLog();
        log.steps.addAll(all.remove(""));
        log.series.putAll(all);
        return log;
    }
}
