package noisebook.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import noisebook.tensor.ParameterList;

/** Muon (Jordan et al. 2024): a matrix of weights moves equally far in all the directions that its gradient has. */
final class Muon implements UpdateRule {
    private static final double MOMENTUM = .95;
    private static final int FILTERS = 4; // dimensions of what a convolution multiplies by

    private final List<NDArray> weights;
    private final List<NDArray> momentum;

    Muon(List<NDArray> weights) {
        this.weights = weights;
        momentum = UpdateRule.zerosLike(weights);
    }

    /** Whether a weight of this shape holds the filters of a convolution, one a row. */
    static boolean suits(Shape shape) {
        return shape.dimension() == FILTERS;
    }

    @Override
    public void step(List<NDArray> gradients, double learningRate) {
        ParameterList.muon(weights, gradients, momentum, learningRate, MOMENTUM);
    }

    @Override
    public List<NDArray> momentum() {
        return momentum;
    }

    @Override
    public Map<String, List<NDArray>> memory() {
        return Map.of("momentum", momentum);
    }
}
