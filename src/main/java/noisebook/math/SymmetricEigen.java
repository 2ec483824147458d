package noisebook.math;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.simple.SimpleMatrix;

/**
 * The eigenvalues of a covariance matrix, largest first, with their vectors as columns. What is below the rounding error of the
 * largest one counts as 0, so that a matrix without full rank has a clean square root.
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

    /** The symmetric positive square root {@code V √Λ Vᵀ}. */
    SimpleMatrix squareRoot() {
        SimpleMatrix root = SimpleMatrix.diag(values.elementPower(.5).getDDRM().getData());
        return vectors.mult(root).mult(vectors.transpose());
    }
}
