package noisebook.train;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import noisebook.tensor.Scope;

/** How gradients change some of a module's weights. */
interface UpdateRule {
    /** Changes the weights that the rule was made for, given their gradients in the same order. */
    void step(List<NDArray> gradients, double learningRate);

    /** The mean of the gradients so far, one a weight. */
    List<NDArray> momentum();

    /** All that the rule remembers from step to step, by name, in the order of the weights. */
    Map<String, List<NDArray>> memory();

    /** Tensors that a rule may remember sums in: zeros of the shapes of these. */
    static List<NDArray> zerosLike(List<NDArray> tensors) {
        return tensors.stream()
                .map(tensor -> Scope.keep(() -> tensor.getManager().zeros(tensor.getShape())))
                .toList();
    }
}
