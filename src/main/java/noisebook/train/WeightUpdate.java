package noisebook.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noisebook.tensor.Gradients;
import noisebook.tensor.ParameterList;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/** The optimiser's step on the trained tensors of one module, with the moving average of its weights. */
final class WeightUpdate {
    private static final int TIDY_EVERY = 25; // steps, in which even a beta1 of .5 leaves more than 1e-8 of a moment

    private final TrainingOptions options;
    private final List<NDArray> weights;
    private final List<Part> parts = new ArrayList<>();
    private final List<NDArray> average = new ArrayList<>();

    /** A rule and the places of the weights that it changes. */
    private record Part(UpdateRule rule, List<Integer> places) {}

    WeightUpdate(List<NDArray> weights, TrainingOptions options) {
        this.options = options;
        this.weights = weights;
        Optimizer optimizer = options.optimizer();
        List<Integer> matrices = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            (optimizer.muonForFilters() && Muon.suits(weights.get(i).getShape()) ? matrices : others).add(i);
            if (options.emaDecay() > 0) {
                NDArray weight = weights.get(i);
                average.add(Scope.keep(() -> weight.stopGradient().duplicate()));
            }
        }
        if (!matrices.isEmpty()) {
            parts.add(new Part(new Muon(at(matrices, weights)), matrices));
        }
        if (!others.isEmpty()) {
            parts.add(new Part(new Adam(at(others, weights), optimizer.beta1(), optimizer.beta2()), others));
        }
    }

    /** Whether these are the weights that are changed here. */
    boolean areOf(List<NDArray> others) {
        if (weights.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** The step for other weights; what is remembered of those that stay goes along, the rest is freed. */
    WeightUpdate movedTo(List<NDArray> others) {
        WeightUpdate moved = new WeightUpdate(others, options);
        Map<String, NDArray> before = state();
        moved.state().forEach((key, tensor) -> {
            int dot = key.lastIndexOf('.');
            int place = placeOf(others.get(Integer.parseInt(key.substring(dot + 1))));
            NDArray old = place < 0 ? null : before.get(key.substring(0, dot + 1) + place);
            if (old != null) {
                Tensors.copy(old, tensor);
            }
        });
        before.values().forEach(NDArray::close);
        return moved;
    }

    private int placeOf(NDArray weight) {
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i) == weight) { // DJL's equals compares the values
                return i;
            }
        }
        return -1;
    }

    private static List<NDArray> at(List<Integer> places, List<NDArray> tensors) {
        return places.stream().map(tensors::get).toList();
    }

    /**
     * Asks for the gradient of a loss and changes the weights.
     *
     * @param number 0-based, of the steps taken so far
     */
    void step(long number, NDArray loss, double learningRate) {
        NDList gradients = Gradients.of(loss, weights);
        if (options.gradientClipNorm() > 0) {
            ParameterList.clipNorm(gradients, options.gradientClipNorm());
        }
        for (Part part : parts) {
            part.rule.step(at(part.places, gradients), learningRate);
            if (number % TIDY_EVERY == 0) {
                ParameterList.dropTiny(part.rule.momentum());
            }
        }
        if (!average.isEmpty()) {
            ParameterList.lerp(average, weights, 1 - options.emaDecay());
        }
    }

    /** Exchanges the weights and their average, if there is one. */
    void swapAverage() {
        for (int i = 0; i < average.size(); i++) {
            try (Scope scope = Scope.open()) {
                NDArray held = weights.get(i).stopGradient().duplicate();
                Tensors.copy(average.get(i), weights.get(i));
                Tensors.copy(held, average.get(i));
            }
        }
    }

    /** All that a resumed run needs, by name. */
    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        for (Part part : parts) {
            part.rule.memory().forEach((name, tensors) -> put(state, name, part.places, tensors));
        }
        for (int i = 0; i < average.size(); i++) {
            state.put("average." + i, average.get(i));
        }
        return state;
    }

    private static void put(Map<String, NDArray> state, String name, List<Integer> places, List<NDArray> tensors) {
        for (int i = 0; i < tensors.size(); i++) {
            state.put(name + "." + places.get(i), tensors.get(i));
        }
    }
}
