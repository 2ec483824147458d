package noisebook.math;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Boosting of a curve: round by round a function of two steps, a stump, is fitted to what is still wrong, the residual, and a share of it is added
 * (Friedman 2001, algorithm 2, with one split). No stump can draw a curve; many in a row can.
 */
public final class Boosting {
    private final double[] target;
    private final double rate;

    /** Two constants and where one gives way to the other: before the point {@code split}. */
    private record Stump(int split, double left, double right) {}

    private Boosting(double[] target, double rate) {
        this.target = target;
        this.rate = rate;
    }

    /**
     * Boosting towards a curve.
     *
     * @param target the curve at two points or more, in order
     * @param rate the share of a stump that is added, in (0, 1]
     */
    public static Boosting of(double[] target, double rate) {
        Require.atLeast(2, target, "target");
        Require.that(rate > 0 && rate <= 1, "the rate must be in (0, 1]", rate);
        return new Boosting(target.clone(), rate);
    }

    /** What the sum of the first stumps draws, at each point. */
    public double[] after(int rounds) {
        double[] sum = new double[target.length];
        for (int round = 0; round < rounds; round++) {
            double[] residual = IntStream.range(0, target.length)
                    .mapToDouble(i -> target[i] - sum[i])
                    .toArray();
            Stump stump = best(residual);
            for (int i = 0; i < target.length; i++) {
                sum[i] += rate * (i < stump.split() ? stump.left() : stump.right());
            }
        }
        return sum;
    }

    /** The mean squared error that is left after some rounds. */
    public double error(int rounds) {
        double[] sum = after(rounds);
        return IntStream.range(0, target.length)
                .mapToDouble(i -> (target[i] - sum[i]) * (target[i] - sum[i]))
                .average()
                .orElseThrow();
    }

    /** The stump with the least squared error: the one whose two means explain most. */
    private static Stump best(double[] residual) {
        double total = Arrays.stream(residual).sum();
        double left = 0;
        double most = Double.NEGATIVE_INFINITY;
        Stump best = new Stump(1, 0, 0);
        for (int split = 1; split < residual.length; split++) {
            left += residual[split - 1];
            double right = total - left;
            int others = residual.length - split;
            double explained = left * left / split + right * right / others;
            if (explained > most) {
                most = explained;
                best = new Stump(split, left / split, right / others);
            }
        }
        return best;
    }
}
