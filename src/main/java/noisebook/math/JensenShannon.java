package noisebook.math;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Jensen–Shannon divergence {@code JSD(p, q) = ½ KL(p ‖ m) + ½ KL(q ‖ m)}, {@code m = (p + q)/2}, in nats: 0 for equal distributions,
 * log 2 for disjoint ones (Lin 1991).
 */
public final class JensenShannon {
    private static final double REACH = 12; // standard deviations

    private JensenShannon() {}

    /** Between two Gaussians, by quadrature. */
    public static double between(NormalDistribution p, NormalDistribution q) {
        double low = Math.min(p.getMean() - REACH * deviation(p), q.getMean() - REACH * deviation(q));
        double high = Math.max(p.getMean() + REACH * deviation(p), q.getMean() + REACH * deviation(q));
        return Quadrature.integrate(x -> integrand(p.density(x), q.density(x)), low, high);
    }

    /**
     * Between two histograms over the same cells; each is divided by its sum.
     *
     * @throws IllegalArgumentException if the lengths differ, or one has no mass
     */
    public static double between(double[] p, double[] q) {
        int cells = Require.sameLength(p, q);
        double massP = mass(p);
        double massQ = mass(q);
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            sum += integrand(p[i] / massP, q[i] / massQ);
        }
        return sum;
    }

    /**
     * The value of the GAN game when the discriminator is optimal, {@code V = −log 4 + 2 JSD} (Goodfellow et al. 2014, theorem 1).
     */
    public static double gameValue(double divergence) {
        return 2 * divergence - Math.log(4);
    }

    private static double integrand(double p, double q) {
        return (pLogRatio(p, (p + q) / 2) + pLogRatio(q, (p + q) / 2)) / 2;
    }

    private static double pLogRatio(double p, double m) {
        return p == 0 ? 0 : p * Math.log(p / m);
    }

    private static double deviation(NormalDistribution normal) {
        return normal.getStandardDeviation();
    }

    private static double mass(double[] histogram) {
        double mass = Arrays.stream(histogram).sum();
        if (!(mass > 0)) {
            throw new IllegalArgumentException("a histogram must have mass, had " + mass);
        }
        return mass;
    }
}
