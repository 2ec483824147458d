package noisebook.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A formula for the learner to write: the right one, the values at which an attempt is compared with it, and the slips that are usual here. An attempt that
 * is wrong in one of those ways is told so in words; the right formula is never shown. {@link Exercises} has those of the lessons.
 *
 * @param <F> what the learner writes: a function of numbers or arrays
 */
public final class Exercise<F> {
    private static final double TOLERANCE = 1e-9;

    private final String what;
    private final String easy;
    private final F solution;
    private final List<Trial<F>> trials = new ArrayList<>();
    private final List<Slip<F>> slips = new ArrayList<>();

    /** Values to compare at, in words and for the formula. */
    private record Trial<F>(String at, ToDoubleFunction<F> value) {}

    /** A wrong formula, and what to say to whoever wrote it. */
    record Slip<F>(String hint, F formula) {}

    /** What became of an attempt: right, or what went wrong in words. */
    private record Verdict(boolean right, String words) {}

    private Exercise(String what, String easy, F solution) {
        this.what = what;
        this.easy = easy;
        this.solution = solution;
    }

    /**
     * An exercise.
     *
     * @param what is to be written, such as {@code the toll of a cloud}
     * @param easy a case that one can do in one's head, for whoever is lost
     * @param solution the right formula
     */
    static <F> Exercise<F> of(String what, String easy, F solution) {
        return new Exercise<>(what, easy, solution);
    }

    /** Compares at more values. */
    Exercise<F> at(String values, ToDoubleFunction<F> value) {
        trials.add(new Trial<>(values, value));
        return this;
    }

    /** Knows one more slip. */
    Exercise<F> slip(String hint, F formula) {
        slips.add(new Slip<>(hint, formula));
        return this;
    }

    F solution() {
        return solution;
    }

    List<Slip<F>> slips() {
        return List.copyOf(slips);
    }

    /** Compares a learner's formula with the right one. */
    Attempt attempt(F formula) {
        Verdict verdict = judged(formula);
        return new Attempt(what, verdict.right(), verdict.words());
    }

    private Verdict judged(F formula) {
        double[] given = new double[trials.size()];
        for (int i = 0; i < given.length; i++) {
            try {
                given[i] = trials.get(i).value().applyAsDouble(formula);
            } catch (RuntimeException e) {
                return new Verdict(false, "at " + trials.get(i).at() + " it stopped: " + e);
            }
        }
        double[] wanted = values(solution);
        if (same(given, wanted)) {
            return new Verdict(true, "right, at " + given.length + " points.");
        }
        if (same(given, new double[given.length])) {
            return new Verdict(false, "nothing is written yet: put your formula in place of the 0.");
        }
        return slips.stream()
                .filter(slip -> same(given, values(slip.formula())))
                .findFirst()
                .map(slip -> new Verdict(false, slip.hint()))
                .orElseGet(() -> unknown(given, wanted));
    }

    private Verdict unknown(double[] given, double[] wanted) {
        int first = 0;
        while (close(given[first], wanted[first])) {
            first++;
        }
        return new Verdict(
                false,
                "at " + trials.get(first).at() + " yours gives " + (float) given[first]
                        + ", which is not it, and none of the usual slips. " + easy);
    }

    private double[] values(F formula) {
        return trials.stream()
                .mapToDouble(trial -> trial.value().applyAsDouble(formula))
                .toArray();
    }

    private static boolean same(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (!close(a[i], b[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b));
    }
}
