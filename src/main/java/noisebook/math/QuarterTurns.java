package noisebook.math;

import java.util.Arrays;

/**
 * An augmentation that can leak, on the smallest example (Karras et al. 2020, "Training Generative Adversarial Networks with Limited Data", appendix C): pictures that stand in one of four
 * orientations, each turned with probability p by 0, 1, 2 or 3 quarters, all alike. A distribution q of orientations is then seen as {@code T q = (1 − p) q + p/4}. A generator whose pictures
 * are seen as the real ones are has found the real q if T can be undone, which it can for p below 1. At p = 1 all distributions are seen alike, and any orientation passes.
 *
 * @param p probability of a turn, in [0, 1]
 */
public record QuarterTurns(double p) {
    private static final int ORIENTATIONS = 4;

    /** Checks p. */
    public QuarterTurns {
        Require.that(p >= 0 && p <= 1, "p must be in [0, 1]", p);
    }

    /**
     * How a distribution is seen.
     *
     * @param orientations four probabilities
     */
    public double[] seen(double... orientations) {
        return Arrays.stream(checked(orientations))
                .map(q -> (1 - p) * q + p / ORIENTATIONS)
                .toArray();
    }

    /**
     * The one distribution that is seen so.
     *
     * @param seen four probabilities
     * @throws IllegalArgumentException at p = 1, where there is not one but all are seen so
     */
    public double[] behind(double... seen) {
        Require.that(p < 1, "p must be below 1: at 1 every distribution is seen alike", p);
        return Arrays.stream(checked(seen))
                .map(s -> (s - p / ORIENTATIONS) / (1 - p))
                .toArray();
    }

    /** The eigenvalues of T: 1 for the uniform distribution, 1 − p for the three ways to depart from it. */
    public double[] eigenvalues() {
        return new double[] {1, 1 - p, 1 - p, 1 - p};
    }

    private static double[] checked(double[] four) {
        Require.that(four.length == ORIENTATIONS, "there must be four probabilities", four.length);
        Require.that(Math.abs(Arrays.stream(four).sum() - 1) < 1e-9, "they must add up to 1", Arrays.toString(four));
        return four;
    }
}
