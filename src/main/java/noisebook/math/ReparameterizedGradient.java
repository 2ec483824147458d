package noisebook.math;

import java.util.function.DoubleUnaryOperator;

/**
 * The gradient of {@code E f(z)}, z from N(mu, sigma²). Written as {@code z = mu + sigma · ε} the noise no longer depends on the
 * parameters, and the gradient goes inside: {@code (E f'(z), E f'(z) ε)} (Kingma and Welling 2014, section 2.4).
 *
 * @param mu derivative by mu
 * @param sigma derivative by sigma
 */
public record ReparameterizedGradient(double mu, double sigma) {
    private static final double STEP = 1e-4;

    /** By reparameterisation, from the derivative of f. */
    public static ReparameterizedGradient of(DoubleUnaryOperator derivative, double mu, double sigma) {
        return new ReparameterizedGradient(
                Quadrature.gaussianMean(e -> derivative.applyAsDouble(mu + sigma * e), 0, 1),
                Quadrature.gaussianMean(e -> derivative.applyAsDouble(mu + sigma * e) * e, 0, 1));
    }

    /** By differences of the expectation itself: what it must equal, about to 1e-7. */
    public static ReparameterizedGradient byDifferences(DoubleUnaryOperator f, double mu, double sigma) {
        return new ReparameterizedGradient(
                slope(h -> Quadrature.gaussianMean(f, mu + h, sigma)),
                slope(h -> Quadrature.gaussianMean(f, mu, sigma + h)));
    }

    private static double slope(DoubleUnaryOperator f) {
        return (f.applyAsDouble(STEP) - f.applyAsDouble(-STEP)) / (2 * STEP);
    }
}
