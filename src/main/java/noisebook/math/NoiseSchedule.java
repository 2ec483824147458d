package noisebook.math;

import java.util.Locale;

/**
 * How much noise each step of the forward process adds: {@code x_t = √α_t · x_{t−1} + √β_t · ε} with {@code α_t = 1 − β_t}, so that
 * {@code x_t = √ᾱ_t · x_0 + √(1 − ᾱ_t) · ε} with {@code ᾱ_t = α_1 · … · α_t} (Ho et al. 2020, eq. 2 and 4).
 *
 * <p>{@code t} runs over 1..T, T included; {@code t = 0} is the clean data, where {@code ᾱ_0 = 1}.
 */
public final class NoiseSchedule implements GaussianPath {
    /** The largest share of signal {@code ᾱ_T} that still counts as noise at the end of the chain. */
    public static final double MAX_FINAL_ALPHA_BAR = .01;

    private static final double FIRST_BETA = 1e-4;
    private static final double LAST_BETA = .02;
    private static final int REFERENCE_TIMESTEPS = 1000;
    private static final double COSINE_OFFSET = .008;
    private static final double MAX_BETA = .999;
    private static final double CONTINUOUS_FIRST = .1;
    private static final double CONTINUOUS_LAST = 20;

    private final Kind kind;
    private final double[] betas; // index t in [0, T]; the first is unused
    private final double[] alphaBars; // index t in [0, T]

    private NoiseSchedule(Kind kind, int timesteps) {
        Require.positive("timesteps", timesteps);
        this.kind = kind;
        betas = new double[timesteps + 1];
        alphaBars = new double[timesteps + 1];
        alphaBars[0] = 1;
        for (int t = 1; t <= timesteps; t++) {
            betas[t] = Math.min(kind.beta(t, timesteps), MAX_BETA);
            alphaBars[t] = alphaBars[t - 1] * (1 - betas[t]);
        }
    }

    /** The shape of the schedule. */
    public enum Kind {
        /** {@code β} from 1e-4 to .02 in equal steps (Ho et al. 2020); made for T = 1000, and ends in noise from T = 456 on. */
        LINEAR {
            @Override
            double beta(int t, int timesteps) {
                return onLine(t, timesteps, FIRST_BETA, LAST_BETA);
            }
        },
        /** {@code ᾱ_t = cos²(π/2 · (t/T + s)/(1 + s))}, s = .008, up to a constant (Nichol and Dhariwal 2021, eq. 17); any T. */
        COSINE {
            @Override
            double beta(int t, int timesteps) {
                return 1 - cosineSquared(t, timesteps) / cosineSquared(t - 1, timesteps);
            }
        },
        /** The linear schedule with {@code β} multiplied by 1000/T, so that a shorter chain ends in noise too. */
        RESCALED {
            @Override
            double beta(int t, int timesteps) {
                double scale = REFERENCE_TIMESTEPS / (double) timesteps;
                return onLine(t, timesteps, scale * FIRST_BETA, scale * LAST_BETA);
            }
        },
        /** {@code ᾱ(u) = exp(−(.1 u + 19.9 u²/2))} at u = t/T, the variance-preserving process in continuous time (Song et al. 2021, appendix C); any T, 4 too. */
        CONTINUOUS {
            @Override
            double beta(int t, int timesteps) {
                return -Math.expm1(lost(t - 1, timesteps) - lost(t, timesteps));
            }
        };

        abstract double beta(int t, int timesteps);

        private static double onLine(int t, int timesteps, double first, double last) {
            return timesteps == 1 ? first : first + (last - first) * (t - 1) / (timesteps - 1);
        }

        /** The integral of β(u) from 0 to t/T. */
        private static double lost(int t, int timesteps) {
            double u = t / (double) timesteps;
            return CONTINUOUS_FIRST * u + (CONTINUOUS_LAST - CONTINUOUS_FIRST) * u * u / 2;
        }

        private static double cosineSquared(int t, int timesteps) {
            double cosine = Math.cos((t / (double) timesteps + COSINE_OFFSET) / (1 + COSINE_OFFSET) * Math.PI / 2);
            return cosine * cosine;
        }
    }

    /**
     * A schedule that ends in noise.
     *
     * @throws IllegalArgumentException if {@code timesteps < 1} or {@code ᾱ_T > .01}
     */
    public static NoiseSchedule of(Kind kind, int timesteps) {
        return unchecked(kind, timesteps).requireNoiseAtEnd();
    }

    /**
     * A schedule that may stop before it reaches noise: for showing what goes wrong then.
     *
     * @throws IllegalArgumentException if {@code timesteps < 1}
     */
    public static NoiseSchedule unchecked(Kind kind, int timesteps) {
        return new NoiseSchedule(kind, timesteps);
    }

    /**
     * Returns this schedule if its last step is noise.
     *
     * @throws IllegalArgumentException if {@code ᾱ_T > .01}
     */
    public NoiseSchedule requireNoiseAtEnd() {
        double last = alphaBar(timesteps());
        if (last > MAX_FINAL_ALPHA_BAR) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the %s schedule leaves alphaBar = %.4f > %.2f at T = %d, which is not noise: use more timesteps, "
                            + "or the rescaled or cosine schedule",
                    kind.name().toLowerCase(Locale.ROOT),
                    last,
                    MAX_FINAL_ALPHA_BAR,
                    timesteps()));
        }
        return this;
    }

    public Kind kind() {
        return kind;
    }

    /** T, the number of noising steps. */
    public int timesteps() {
        return alphaBars.length - 1;
    }

    /** {@code β_t}, the variance that step t adds; t in [1, T]. */
    public double beta(int t) {
        requireStep(t, 1);
        return betas[t];
    }

    /** {@code α_t = 1 − β_t}; t in [1, T]. */
    public double alpha(int t) {
        return 1 - beta(t);
    }

    /** {@code ᾱ_t}, the share of the signal's variance that is left; t in [0, T]. */
    public double alphaBar(int t) {
        requireStep(t, 0);
        return alphaBars[t];
    }

    /** {@code ᾱ_t} for every t, indexed by t: T + 1 values, the first is 1. */
    public double[] alphaBars() {
        return alphaBars.clone();
    }

    /** Signal to noise {@code ᾱ_t / (1 − ᾱ_t)}; infinite at t = 0; t in [0, T]. */
    public double snr(int t) {
        return alphaBar(t) / (1 - alphaBar(t));
    }

    /**
     * Correlation of the noise in x_s and in x_t of one Markov chain, {@code √(SNR_t / SNR_s)} for s ≤ t (with one shared ε it is 1).
     */
    public double noiseCorrelation(int s, int t) {
        return Math.sqrt(snr(Math.max(s, t)) / snr(Math.min(s, t)));
    }

    @Override
    public double end() {
        return timesteps();
    }

    @Override
    public boolean whole() {
        return true;
    }

    /** {@code √ᾱ_t}. */
    @Override
    public double signal(double t) {
        return Math.sqrt(alphaBar(wholeTime(t)));
    }

    /** {@code √(1 − ᾱ_t)}. */
    @Override
    public double noise(double t) {
        return Math.sqrt(1 - alphaBar(wholeTime(t)));
    }

    /** The angle φ in [0, π/2) with {@code cos φ = √ᾱ_t}: x_t turns from x_0 towards ε. */
    @Override
    public double clock(double t) {
        return Math.atan2(noise(t), signal(t));
    }

    @Override
    public double signalRate(double t) {
        return -noise(t);
    }

    @Override
    public double noiseRate(double t) {
        return signal(t);
    }

    private int wholeTime(double t) {
        if (t != Math.rint(t)) {
            throw new IllegalArgumentException("t must be a whole number in [0, " + timesteps() + "], was " + t);
        }
        return (int) t;
    }

    private void requireStep(int t, int first) {
        if (t < first || t > timesteps()) {
            throw new IllegalArgumentException("t must be in [" + first + ", " + timesteps() + "], was " + t);
        }
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ", T = " + timesteps();
    }
}
