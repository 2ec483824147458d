package noisebook.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;

final class AdaInTest {
    private static NDArray normal(NDManager manager, int seed, long... shape) {
        Compute.seed(seed, 0);
        return manager.randomNormal(new Shape(shape));
    }

    @Test
    void inItsOwnStyleNothingChanges() {
        float[] x = Scope.floats(m -> normal(m, 1, 2, 3, 5, 5).mul(3).add(1));
        float[] same = Scope.floats(m -> {
            NDArray own = m.create(x, new Shape(2, 3, 5, 5));
            return AdaIn.transfer(own, own);
        });
        assertThat(same).containsExactly(x, within(1e-4f));
    }

    @Test
    void meanAndDeviationAreThoseOfTheStyle() {
        float[] both = Scope.floats(m -> {
            NDArray style = normal(m, 2, 1, 3, 4, 9).mul(2).sub(5);
            NDArray made = AdaIn.transfer(normal(m, 1, 1, 3, 6, 6), style);
            return AdaIn.statistics(made).concat(AdaIn.statistics(style), 0);
        });
        for (int k = 0; k < 6; k++) {
            assertThat(both[k]).isCloseTo(both[6 + k], within(1e-3f));
        }
    }
}
