package noisebook.math;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The best discriminator of two Gaussians, real p and fake q: {@code D* = p/(p + q)}, so its logit is {@code log p/q} (Goodfellow et
 * al. 2014, proposition 1), a parabola in x. Also what its gradient tells the generator: a fake sample x is moved by
 * {@code D · ∇logit} under the saturating loss {@code log(1 − D)} and by {@code (1 − D) · ∇logit} under the non-saturating
 * {@code −log D}.
 */
public final class OptimalDiscriminator {
    private final NormalDistribution real;
    private final NormalDistribution fake;

    private OptimalDiscriminator(NormalDistribution real, NormalDistribution fake) {
        this.real = real;
        this.fake = fake;
    }

    public static OptimalDiscriminator of(NormalDistribution real, NormalDistribution fake) {
        return new OptimalDiscriminator(real, fake);
    }

    /** {@code log p(x)/q(x)}. */
    public double logit(double x) {
        return real.logDensity(x) - fake.logDensity(x);
    }

    /** {@code D*(x)}, in (0, 1). */
    public double probability(double x) {
        return sigmoid(logit(x));
    }

    /** The value of the game at this discriminator, {@code E log D(x) + E log(1 − D(y))}, by quadrature; at most 0. */
    public double gameValue() {
        return -Quadrature.gaussianMean(
                        x -> Math.log1p(Math.exp(-logit(x))), real.getMean(), real.getStandardDeviation())
                - Quadrature.gaussianMean(
                        y -> Math.log1p(Math.exp(logit(y))), fake.getMean(), fake.getStandardDeviation());
    }

    /** The logit as {@code c₀ + c₁ x + c₂ x²}. */
    public double[] logitCoefficients() {
        double precision = precision(real);
        double fakePrecision = precision(fake);
        return new double[] {
            logit(0), real.getMean() * precision - fake.getMean() * fakePrecision, (fakePrecision - precision) / 2
        };
    }

    /** {@code d logit / dx}, the way a sample wants to go; {@code −μ} everywhere for N(0, 1) against N(μ, 1). */
    public double logitGradient(double x) {
        return (fake.getMean() - x) * -precision(fake) + (real.getMean() - x) * precision(real);
    }

    /** The step that {@code log(1 − D(x))}, descended, asks of a fake sample: {@code D · ∇logit}, nothing where D is sure. */
    public double saturatingPull(double x) {
        return sigmoid(logit(x)) * logitGradient(x);
    }

    /** The step that {@code −log D(x)}, descended, asks of a fake sample: {@code (1 − D) · ∇logit}, all where D is sure. */
    public double nonSaturatingPull(double x) {
        return sigmoid(-logit(x)) * logitGradient(x);
    }

    /** {@code E |pull(x)|} over the fake samples, by quadrature. */
    public double meanPull(DoubleUnaryOperator pull) {
        return Quadrature.gaussianMean(
                x -> Math.abs(pull.applyAsDouble(x)), fake.getMean(), fake.getStandardDeviation());
    }

    /** The share of fake samples with {@code |pull(x)|} below a threshold, within 1e-4. */
    public double shareBelow(double threshold, DoubleUnaryOperator pull) {
        return Quadrature.probability(x -> Math.abs(pull.applyAsDouble(x)) < threshold, fake);
    }

    private static double precision(NormalDistribution normal) {
        return 1 / (normal.getStandardDeviation() * normal.getStandardDeviation());
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
