package noisebook.math;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.ejml.simple.SimpleMatrix;

/**
 * The Jacobian of a map, by central differences: how a generator's output moves with z. Its rank, at most the size of z, is the
 * dimension of the manifold that is painted there.
 */
public final class Jacobian {
    private Jacobian() {}

    /** ∂f/∂z at z, one column per coordinate of z; {@code step} is added to and subtracted from each. */
    public static SimpleMatrix of(UnaryOperator<double[]> f, double[] z, double step) {
        Require.atLeast(1, z, "z");
        SimpleMatrix[] columns = new SimpleMatrix[z.length];
        for (int i = 0; i < z.length; i++) {
            columns[i] = moved(f, z, i, step).minus(moved(f, z, i, -step)).divide(2 * step);
        }
        return columns[0].concatColumns(Arrays.copyOfRange(columns, 1, columns.length));
    }

    /** How many singular values exceed a share of the largest. */
    public static int rank(SimpleMatrix jacobian, double tolerance) {
        double[] values = SingularValues.of(jacobian);
        return (int) Arrays.stream(values)
                .filter(value -> value > tolerance * values[0])
                .count();
    }

    private static SimpleMatrix moved(UnaryOperator<double[]> f, double[] z, int coordinate, double by) {
        double[] moved = z.clone();
        moved[coordinate] += by;
        return new SimpleMatrix(f.apply(moved));
    }
}
