package noisebook.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.assertj.core.data.Offset;
import org.ejml.simple.SimpleMatrix;
import org.ejml.simple.SimpleSVD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParameterListTest {
    private static final Offset<Float> FLOAT = Offset.offset(2e-5f);

    /** U φ(φ(φ(φ(φ(Σ / ‖Σ‖))))) Vᵀ of a matrix U Σ Vᵀ, in doubles. */
    private static SimpleMatrix withEvenedSingularValues(SimpleMatrix matrix) {
        SimpleSVD<SimpleMatrix> svd = matrix.svd(true);
        SimpleMatrix sigma = svd.getW().copy();
        for (int i = 0; i < sigma.getNumRows(); i++) {
            double value = sigma.get(i, i) / matrix.normF();
            for (int k = 0; k < 5; k++) {
                value = 3.4445 * value - 4.7750 * Math.pow(value, 3) + 2.0315 * Math.pow(value, 5);
            }
            sigma.set(i, i, value);
        }
        return svd.getU().mult(sigma).mult(svd.getV().transpose());
    }

    @ParameterizedTest
    @CsvSource({"6, 3", "24, 2"}) // a wide matrix, 6×12, and a tall one, 24×8
    void muonEvensTheSingularValuesOfItsMoves(int out, int in) {
        try (Scope scope = Scope.open()) {
            Shape shape = new Shape(out, in, 2, 2);
            NDArray weight = scope.manager().randomNormal(shape);
            NDArray momentum = scope.manager().zeros(shape);
            SimpleMatrix expected = matrix(weight);
            SimpleMatrix mean = new SimpleMatrix(out, 4 * in);
            for (int step = 0; step < 3; step++) {
                NDArray gradient = scope.manager().randomNormal(shape);
                mean = mean.scale(.9).plus(matrix(gradient).scale(.1));
                SimpleMatrix move = mean.scale(.9).plus(matrix(gradient).scale(.1));
                double scale = .03 * .2 * Math.sqrt(Math.max(out, 4 * in));
                expected = expected.minus(withEvenedSingularValues(move).scale(scale));
                ParameterList.muon(List.of(weight), List.of(gradient), List.of(momentum), .03, .9);
            }
            float[] values = weight.toFloatArray();
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).isCloseTo((float) expected.get(i), FLOAT);
            }
        }
    }

    @Test
    void muonStaysWhereThereIsNoGradient() {
        try (Scope scope = Scope.open()) {
            NDArray weight = scope.manager().ones(new Shape(3, 4));
            NDArray zeros = weight.zerosLike();
            ParameterList.muon(List.of(weight), List.of(zeros), List.of(zeros.duplicate()), .1, .95);
            assertThat(weight.toFloatArray()).containsOnly(1);
        }
    }

    private static SimpleMatrix matrix(NDArray tensor) {
        int rows = (int) tensor.getShape().get(0);
        float[] values = tensor.toFloatArray();
        SimpleMatrix matrix = new SimpleMatrix(rows, values.length / rows);
        for (int i = 0; i < values.length; i++) {
            matrix.set(i, values[i]);
        }
        return matrix;
    }

    @Test
    void tinyNumbersGoAndAllOthersStayTheSame() {
        try (Scope scope = Scope.open()) {
            NDArray numbers = scope.manager().create(new float[] {1e-29f, -1e-29f, 1e-31f, -1e-40f, 3, 0});
            ParameterList.dropTiny(List.of(numbers));
            assertThat(numbers.toFloatArray()).containsExactly(1e-29f, -1e-29f, 0, 0, 3, 0);
        }
    }
}
