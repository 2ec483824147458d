package noisebook.math;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Pearson's χ² test that all cells are equally likely.
 *
 * @param statistic {@code Σ (count − expected)² / expected}
 * @param degreesOfFreedom cells − 1
 */
public record ChiSquaredUniformity(double statistic, int degreesOfFreedom) {
    /**
     * Of the counts of each cell.
     *
     * @throws IllegalArgumentException if there are fewer than two cells, or nothing was counted
     */
    public static ChiSquaredUniformity of(long[] counts) {
        Require.atLeast(2, counts, "counts");
        double expected = Arrays.stream(counts).average().orElseThrow();
        if (!(expected > 0)) {
            throw new IllegalArgumentException("nothing was counted in " + counts.length + " cells");
        }
        double statistic = Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        return new ChiSquaredUniformity(statistic, counts.length - 1);
    }

    /** How often equally likely cells would come out at least as uneven. */
    public double pValue() {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    }
}
