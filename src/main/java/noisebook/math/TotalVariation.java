package noisebook.math;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The total variation distance of two histograms, {@code ½ Σ |p − q|}: the least share of one that must move to make it the other, in [0, 1]. */
public final class TotalVariation {
    private TotalVariation() {}

    /**
     * Of two histograms of counts or shares; each is brought to sum 1 first.
     *
     * @throws IllegalArgumentException if the lengths differ or one is empty
     */
    public static double between(int[] p, int[] q) {
        Require.sameLength("classes", p.length, "classes of the other", q.length);
        double ofP = Arrays.stream(p).sum();
        double ofQ = Arrays.stream(q).sum();
        Require.that(ofP > 0 && ofQ > 0, "both histograms must count something", "sums of " + ofP + " and " + ofQ);
        return IntStream.range(0, p.length)
                        .mapToDouble(i -> Math.abs(p[i] / ofP - q[i] / ofQ))
                        .sum()
                / 2;
    }
}
