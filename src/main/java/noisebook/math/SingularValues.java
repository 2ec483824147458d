package noisebook.math;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.ejml.simple.SimpleMatrix;

/** The singular values of a matrix, largest first, without the vectors. */
public final class SingularValues {
    private SingularValues() {}

    /**
     * All of them: as many as the shorter side.
     *
     * @throws IllegalArgumentException if the matrix holds NaN or infinity
     */
    public static double[] of(SimpleMatrix matrix) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(matrix.getNumRows(), matrix.getNumCols(), false, false, true);
        if (matrix.hasUncountable() || !svd.decompose(matrix.getDDRM().copy())) {
            throw new IllegalArgumentException("the matrix has no singular values: it holds NaN or infinity");
        }
        double[] values = Arrays.copyOf(svd.getSingularValues(), svd.numberOfSingularValues());
        Arrays.sort(values);
        for (int i = 0; i < values.length / 2; i++) {
            double large = values[values.length - 1 - i];
            values[values.length - 1 - i] = values[i];
            values[i] = large;
        }
        return values;
    }
}
