package noisebook.math;

import java.util.Locale;

/**
 * A path from data to noise, {@code x_t = a(t) x_0 + b(t) ε} with standard normal ε: at t = 0 it is the data, a = 1 and b = 0; at its end it
 * is noise, a ≈ 0 and b ≈ 1. The forward process of DDPM is one ({@link NoiseSchedule}), the straight line of flow matching another
 * ({@link StraightPath}); loss, samplers and judges are the same for both.
 */
public interface GaussianPath {
    /** The time at which nothing but noise is left: T, or 1. */
    double end();

    /** Whether there are only whole times, 0, 1, …, T. */
    boolean whole();

    /** {@code a(t)}, what x_0 is multiplied by; t in [0, {@link #end()}]. */
    double signal(double t);

    /** {@code b(t)}, the standard deviation of the noise; t in [0, {@link #end()}]. */
    double noise(double t);

    /** What a hand shows that turns as fast as x_t moves: t itself on a straight line, an angle on a circle. Velocities are per unit of it. */
    double clock(double t);

    /** How fast a(t) changes, per unit of the {@link #clock}. */
    double signalRate(double t);

    /** How fast b(t) changes, per unit of the {@link #clock}. */
    double noiseRate(double t);

    /** One value of {@code x_t = a(t) x_0 + b(t) ε} ({@code q_sample} in the papers' code). */
    default double diffuse(double x0, double t, double epsilon) {
        return signal(t) * x0 + noise(t) * epsilon;
    }

    /** The time in (0, end] that a share u in [0, 1) of all times lies below, as training draws them: u uniform, all times equally likely. */
    default double quantile(double u) {
        return whole() ? 1 + Math.floor(u * end()) : u * end();
    }

    /**
     * The times of a walk back to the data, evenly spaced, from {@code start} down to 0.
     *
     * @param start in (0, end]
     * @param steps at least 1, and no more than there are whole times
     * @return {@code steps + 1} times; the last is 0
     */
    default double[] stops(double start, int steps) {
        Require.that(
                start > 0 && start <= end() && (!whole() || start == Math.rint(start)),
                "a walk must start at a" + (whole() ? " whole" : "") + " time in (0, " + text(end()) + "]",
                start);
        if (whole()) {
            Require.that(steps >= 1 && steps <= start, "steps must be in [1, " + text(start) + "]", steps);
        } else {
            Require.positive("steps", steps);
        }
        double[] stops = new double[steps + 1];
        for (int i = 0; i < steps; i++) {
            double t = (steps - i) * start / steps;
            stops[i] = whole() ? Math.round(t) : t;
        }
        return stops;
    }

    /** A time in words: whole numbers without a point, others with three decimals. */
    static String text(double t) {
        return t == Math.rint(t) ? String.valueOf((long) t) : String.format(Locale.ROOT, "%.3f", t);
    }
}
