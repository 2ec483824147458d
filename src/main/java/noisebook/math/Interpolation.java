package noisebook.math;

import java.util.Arrays;

/**
 * Two ways between latent codes. In many dimensions N(0, I) lives on a shell of radius about √d; a straight line cuts through its
 * empty inside, a great circle does not (White 2016).
 */
public final class Interpolation {
    private Interpolation() {}

    /** The straight line {@code (1 − share) a + share b}. */
    public static double[] lerp(double[] a, double[] b, double share) {
        return combine(a, 1 - share, b, share);
    }

    /**
     * The great circle {@code sin((1 − share) θ)/sin θ · a + sin(share θ)/sin θ · b}, θ the angle between a and b; the straight line if
     * they are parallel. Keeps the norm when a and b have one norm.
     *
     * @throws IllegalArgumentException if the lengths differ, or a and b are opposite, where no way is the shortest
     */
    public static double[] slerp(double[] a, double[] b, double share) {
        double angle = angle(a, b);
        double sine = Math.sin(angle);
        if (sine < 1e-9) {
            if (angle > 1) {
                throw new IllegalArgumentException(
                        "a and b are opposite: no great circle is the shortest, take a point between");
            }
            return lerp(a, b, share);
        }
        return combine(a, Math.sin((1 - share) * angle) / sine, b, Math.sin(share * angle) / sine);
    }

    /** {@code ‖z‖}. */
    public static double norm(double[] z) {
        return Math.sqrt(Arrays.stream(z).map(x -> x * x).sum());
    }

    /**
     * {@code E‖z‖} for z from N(0, I) in d dimensions, {@code √2 Γ((d + 1)/2) / Γ(d/2)}, by the recursion
     * {@code E_1 = √(2/π), E_{d+1} = d / E_d}.
     *
     * @throws IllegalArgumentException if {@code dimension < 1}
     */
    public static double expectedNorm(int dimension) {
        Require.positive("dimension", dimension);
        double norm = Math.sqrt(2 / Math.PI);
        for (int d = 1; d < dimension; d++) {
            norm = d / norm;
        }
        return norm;
    }

    private static double angle(double[] a, double[] b) {
        double product = 0;
        for (int i = 0; i < Require.sameLength(a, b); i++) {
            product += a[i] * b[i];
        }
        double norms = norm(a) * norm(b);
        return norms == 0 ? 0 : Math.acos(Math.max(-1, Math.min(1, product / norms)));
    }

    private static double[] combine(double[] a, double weightA, double[] b, double weightB) {
        double[] sum = new double[Require.sameLength(a, b)];
        Arrays.setAll(sum, i -> weightA * a[i] + weightB * b[i]);
        return sum;
    }
}
