package noisebook.math;

import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Integrals on a line by the trapezoidal rule, which converges faster than any power of the step for smooth functions that vanish at
 * both ends with all their derivatives (Trefethen and Weideman 2014), as densities do far out; for others the error falls with the square of the
 * step only.
 */
public final class Quadrature {
    private static final int POINTS = 20_000;
    private static final double REACH = 12; // standard deviations; beyond them a Gaussian has no mass in doubles
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Quadrature() {}

    /** {@code ∫ f(x) dx} over [low, high]. */
    public static double integrate(DoubleUnaryOperator f, double low, double high) {
        double step = (high - low) / POINTS;
        double sum = (f.applyAsDouble(low) + f.applyAsDouble(high)) / 2;
        for (int i = 1; i < POINTS; i++) {
            sum += f.applyAsDouble(low + i * step);
        }
        return sum * step;
    }

    /** {@code E f(x)} for x from N(mean, sigma²). */
    public static double gaussianMean(DoubleUnaryOperator f, double mean, double sigma) {
        return integrate(u -> STANDARD.density(u) * f.applyAsDouble(mean + sigma * u), -REACH, REACH);
    }

    /** The probability that x from this distribution satisfies the condition, within 1/20,000 per end of an interval. */
    public static double probability(DoublePredicate condition, ContinuousDistribution distribution) {
        int hits = 0;
        for (int i = 0; i < POINTS; i++) {
            if (condition.test(distribution.inverseCumulativeProbability((i + .5) / POINTS))) {
                hits++;
            }
        }
        return hits / (double) POINTS;
    }
}
