package noisebook.math;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.simple.SimpleMatrix;

/**
 * How far two subspaces are turned against each other: 0 for all angles if they are the same. Small angles come from their sines and
 * large ones from their cosines, so both are exact (Björck and Golub 1973).
 */
public final class PrincipalAngles {
    private PrincipalAngles() {}

    /**
     * The angles between the spaces spanned by the columns, smallest first, in radians.
     *
     * @throws IllegalArgumentException if the matrices differ in shape
     */
    public static double[] between(SimpleMatrix a, SimpleMatrix b) {
        if (a.getNumRows() != b.getNumRows() || a.getNumCols() != b.getNumCols()) {
            throw new IllegalArgumentException(String.format(
                    "both bases must have one shape, were %d×%d and %d×%d",
                    a.getNumRows(), a.getNumCols(), b.getNumRows(), b.getNumCols()));
        }
        SimpleMatrix basisA = orthonormal(a);
        SimpleMatrix basisB = orthonormal(b);
        SimpleMatrix inside = basisA.transpose().mult(basisB);
        double[] cosines = SingularValues.of(inside);
        double[] sines = SingularValues.of(basisB.minus(basisA.mult(inside)));
        double[] angles = new double[cosines.length];
        for (int i = 0; i < angles.length; i++) {
            angles[i] = Math.atan2(sines[angles.length - 1 - i], cosines[i]);
        }
        return angles;
    }

    private static SimpleMatrix orthonormal(SimpleMatrix columns) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(columns.getNumRows(), columns.getNumCols());
        qr.decompose(columns.getDDRM().copy());
        return SimpleMatrix.wrap(qr.getQ(null, true));
    }
}
