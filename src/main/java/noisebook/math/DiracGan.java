package noisebook.math;

/**
 * The smallest GAN that does not find its saddle point (Mescheder et al. 2018): the data are the one point 0, the generator draws the one point θ, and the discriminator is
 * {@code D(x) = σ(ψ x)}. With {@code f(t) = −log(1 + e^−t)} both move along the gradient field {@code θ' = −f'(θψ) ψ, ψ' = f'(θψ) θ − γ ψ}, the last term being that of R1, {@code
 * γ/2 · E D'(x)²} of the logit at the data. (0, 0) is what both want.
 *
 * @param gamma γ, the weight of R1, at least 0
 */
public record DiracGan(double gamma) {
    private static final double SLOPE = .5; // f'(0)

    /** Checks γ. */
    public DiracGan {
        Require.that(gamma >= 0, "gamma must be 0 or more", gamma);
    }

    /** The direction {θ', ψ'} in which both move. */
    public double[] velocity(double theta, double psi) {
        double slope = 1 / (1 + Math.exp(theta * psi)); // f'(θψ)
        return new double[] {-slope * psi, slope * theta - gamma * psi};
    }

    /**
     * The eigenvalues of the field at (0, 0), {@code −γ/2 ± √(γ²/4 − ¼)}, as {real part, imaginary part, real part, imaginary part}, the first with the larger real part, or the
     * positive imaginary one. Without R1 they are ±i/2: a circle for ever. With it both real parts are negative.
     */
    public double[] eigenvalues() {
        double inside = gamma * gamma / 4 - SLOPE * SLOPE;
        double root = Math.sqrt(Math.abs(inside));
        return inside >= 0
                ? new double[] {-gamma / 2 + root, 0, -gamma / 2 - root, 0}
                : new double[] {-gamma / 2, root, -gamma / 2, -root};
    }

    /**
     * By what factor the distance from (0, 0) changes in a small step of length η of both at once, in the long run: the largest {@code |1 + η λ|}.
     *
     * @param eta step length, positive
     */
    public double factor(double eta) {
        Require.that(eta > 0, "eta must be positive", eta);
        double[] lambda = eigenvalues();
        return Math.max(
                Math.hypot(1 + eta * lambda[0], eta * lambda[1]), Math.hypot(1 + eta * lambda[2], eta * lambda[3]));
    }

    /**
     * The points {θ, ψ} of simultaneous steps from a start, itself included: steps + 1 rows.
     *
     * @param eta step length, positive
     * @param steps how many, at least 0
     */
    public double[][] trajectory(double theta, double psi, double eta, int steps) {
        Require.that(eta > 0, "eta must be positive", eta);
        Require.that(steps >= 0, "steps must be 0 or more", steps);
        double[][] points = new double[steps + 1][];
        points[0] = new double[] {theta, psi};
        for (int i = 1; i <= steps; i++) {
            double[] last = points[i - 1];
            double[] way = velocity(last[0], last[1]);
            points[i] = new double[] {last[0] + eta * way[0], last[1] + eta * way[1]};
        }
        return points;
    }
}
