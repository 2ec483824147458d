package noisebook.math;

import java.util.stream.LongStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.SignificanceResult;

/**
 * Pearson's χ² test that all cells are equally likely.
 *
 * @param statistic {@code Σ (count − expected)² / expected}
 * @param pValue how often equally likely cells would come out at least as uneven
 */
public record ChiSquaredUniformity(double statistic, double pValue) {
    /**
     * Of the counts of each cell.
     *
     * @throws IllegalArgumentException if there are fewer than two cells, or nothing was counted
     */
    public static ChiSquaredUniformity of(long[] counts) {
        Require.atLeast(2, counts, "counts");
        if (LongStream.of(counts).sum() == 0) {
            throw new IllegalArgumentException("nothing was counted in " + counts.length + " cells");
        }
        SignificanceResult result = ChiSquareTest.withDefaults().test(counts);
        return new ChiSquaredUniformity(result.getStatistic(), result.getPValue());
    }
}
