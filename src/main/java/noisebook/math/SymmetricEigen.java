package noisebook.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.simple.SimpleMatrix;

/**
 * The eigenvalues of a covariance matrix, largest first, with their vectors as columns. What is below the rounding error of the
 * largest one counts as 0, so that a matrix without full rank shows its rank.
 */
record SymmetricEigen(SimpleMatrix values, SimpleMatrix vectors) {
    private static final double MACHINE_PRECISION = 0x1p-52;

    static SymmetricEigen of(SimpleMatrix matrix) {
        int size = matrix.getNumRows();
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(matrix.getDDRM().copy())) {
            throw new IllegalArgumentException("the covariance matrix has no eigenvalues: it holds NaN or infinity");
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -eigen.getEigenvalue(i).real))
                .mapToInt(Integer::intValue)
                .toArray();
        double floor = Math.max(0, eigen.getEigenvalue(order[0]).real) * size * MACHINE_PRECISION;
        SimpleMatrix values = new SimpleMatrix(size, 1);
        SimpleMatrix vectors = new SimpleMatrix(size, size);
        for (int i = 0; i < size; i++) {
            double value = eigen.getEigenvalue(order[i]).real;
            values.set(i, value > floor ? value : 0);
            vectors.insertIntoThis(0, i, SimpleMatrix.wrap(eigen.getEigenVector(order[i])));
        }
        return new SymmetricEigen(values, vectors);
    }

    /** F with {@code F Fᵀ} = the matrix and as many columns as its rank, or one of zeros. */
    SimpleMatrix factor() {
        int rank = (int) Arrays.stream(values.getDDRM().getData())
                .filter(value -> value > 0)
                .count();
        int columns = Math.max(1, rank);
        double[] deviations = values.rows(0, columns).elementPower(.5).getDDRM().getData();
        return vectors.cols(0, columns).mult(SimpleMatrix.diag(deviations));
    }
}
