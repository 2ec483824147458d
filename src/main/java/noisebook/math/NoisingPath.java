package noisebook.math;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Values on their way into noise, in one of two ways that have the same distribution at each t (Ho et al. 2020, eq. 2 and 4):
 *
 * <ul>
 *   <li>one ε scaled up: {@code x_t = √ᾱ_t x_0 + √(1 − ᾱ_t) ε}, the same ε at every t;
 *   <li>a Markov chain: {@code x_t = √α_t x_{t−1} + √β_t ε_t}, a new ε_t at every step.
 * </ul>
 *
 * <p>They differ in how x_s and x_t belong together: see {@link NoiseSchedule#noiseCorrelation}.
 */
public final class NoisingPath {
    private final NoiseSchedule schedule;
    private final double[] x0;
    private final IntFunction<double[]> states;

    private NoisingPath(NoiseSchedule schedule, double[] x0, IntFunction<double[]> states) {
        this.schedule = schedule;
        this.x0 = x0;
        this.states = states;
    }

    /**
     * One ε for every t in [0, T].
     *
     * @param x0 values; for images in [−1, 1]
     * @throws IllegalArgumentException if there are no values
     */
    public static NoisingPath oneEpsilon(NoiseSchedule schedule, double[] x0, long seed) {
        Require.atLeast(1, x0, "x0");
        double[] start = x0.clone();
        SplittableRandom random = new SplittableRandom(seed);
        double[] epsilon = new double[x0.length];
        Arrays.setAll(epsilon, i -> random.nextGaussian());
        return new NoisingPath(schedule, start, t -> {
            double[] xt = new double[start.length];
            Arrays.setAll(xt, i -> schedule.diffuse(start[i], t, epsilon[i]));
            return xt;
        });
    }

    /**
     * A Markov chain, step by step up to the last of the given times.
     *
     * @param x0 values; for images in [−1, 1]
     * @param times the t in [0, T] that it keeps
     * @throws IllegalArgumentException if there are no values or times, or a time is out of range
     */
    public static NoisingPath markovChain(NoiseSchedule schedule, double[] x0, long seed, int... times) {
        Require.atLeast(1, x0, "x0");
        Require.atLeast(1, times, "times");
        SortedMap<Integer, double[]> kept = new TreeMap<>();
        for (int t : times) {
            requireTime(schedule, t);
            kept.put(t, x0.clone());
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = x0.clone();
        for (int t = 1; t <= kept.lastKey(); t++) {
            step(x, schedule.beta(t), random);
            kept.computeIfPresent(t, (time, value) -> x.clone());
        }
        return new NoisingPath(schedule, x0.clone(), t -> keptAt(kept, t));
    }

    private static void requireTime(NoiseSchedule schedule, int t) {
        if (t < 0 || t > schedule.timesteps()) {
            throw new IllegalArgumentException("t must be in [0, " + schedule.timesteps() + "], was " + t);
        }
    }

    /** {@code x_t} from {@code x_{t−1}}, in place. */
    private static void step(double[] x, double beta, SplittableRandom random) {
        double signal = Math.sqrt(1 - beta);
        double noise = Math.sqrt(beta);
        for (int i = 0; i < x.length; i++) {
            x[i] = signal * x[i] + noise * random.nextGaussian();
        }
    }

    private static double[] keptAt(SortedMap<Integer, double[]> kept, int t) {
        double[] xt = kept.get(t);
        if (xt == null) {
            throw new IllegalArgumentException(
                    "the chain kept t = " + kept.keySet() + ", not " + t + ": name it when you start the chain");
        }
        return xt.clone();
    }

    /**
     * The values x_t.
     *
     * @throws IllegalArgumentException if t is out of range, or not among the times that the chain kept
     */
    public double[] at(int t) {
        return states.apply(t);
    }

    /** The values at each of these times, a row each. */
    public double[][] rows(int... times) {
        return Arrays.stream(times).mapToObj(this::at).toArray(double[][]::new);
    }

    /** The noise in x_t, {@code (x_t − √ᾱ_t x_0) / √(1 − ᾱ_t)}: N(0, 1) for every value; t in [1, T]. */
    public double[] noiseAt(int t) {
        double signal = Math.sqrt(schedule.alphaBar(t));
        double noise = Math.sqrt(1 - schedule.alphaBar(t));
        double[] xt = at(t);
        Arrays.setAll(xt, i -> (xt[i] - signal * x0[i]) / noise);
        return xt;
    }
}
