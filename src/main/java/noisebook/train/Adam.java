package noisebook.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noisebook.tensor.ParameterList;
import noisebook.tensor.Scope;

/** Adam (Kingma and Ba 2015): each entry of a weight moves by its mean gradient over the root of its mean square. */
final class Adam implements UpdateRule {
    private static final double STABILIZER = 1e-8;

    private final List<NDArray> weights;
    private final List<NDArray> firstMoments;
    private final List<NDArray> secondMoments;
    private final List<NDArray> steps;
    private final double beta1;
    private final double beta2;

    Adam(List<NDArray> weights, double beta1, double beta2) {
        this.weights = weights;
        this.beta1 = beta1;
        this.beta2 = beta2;
        firstMoments = UpdateRule.zerosLike(weights);
        secondMoments = UpdateRule.zerosLike(weights);
        steps = weights.stream()
                .map(weight -> Scope.keep(() -> weight.getManager().zeros(new Shape())))
                .toList();
    }

    @Override
    public void step(List<NDArray> gradients, double learningRate) {
        ParameterList.adam(
                weights, gradients, firstMoments, secondMoments, steps, learningRate, beta1, beta2, STABILIZER);
    }

    @Override
    public List<NDArray> momentum() {
        return firstMoments;
    }

    @Override
    public Map<String, List<NDArray>> memory() {
        Map<String, List<NDArray>> memory = new LinkedHashMap<>(); // a checkpoint keeps its order
        memory.put("first", firstMoments);
        memory.put("second", secondMoments);
        memory.put("steps", steps);
        return memory;
    }
}
