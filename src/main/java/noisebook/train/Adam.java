package noisebook.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noisebook.tensor.Gradients;
import noisebook.tensor.ParameterList;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/** Adam (Kingma and Ba 2015) over the trained tensors of one module, with the moving average of its weights. */
final class Adam {
    private static final double STABILIZER = 1e-8;
    private static final int TIDY_EVERY = 25; // steps, in which even a beta1 of .5 leaves more than 1e-8 of a moment

    private final TrainingOptions options;
    private final List<NDArray> weights;
    private final List<NDArray> firstMoments;
    private final List<NDArray> secondMoments;
    private final List<NDArray> steps = new ArrayList<>();
    private final List<NDArray> average = new ArrayList<>();

    Adam(List<NDArray> weights, TrainingOptions options) {
        this.options = options;
        this.weights = weights;
        firstMoments = zerosLike(weights);
        secondMoments = zerosLike(weights);
        for (NDArray weight : weights) {
            steps.add(Scope.keep(() -> weight.getManager().zeros(new Shape())));
            if (options.emaDecay() > 0) {
                average.add(Scope.keep(() -> weight.stopGradient().duplicate()));
            }
        }
    }

    private static List<NDArray> zerosLike(List<NDArray> tensors) {
        List<NDArray> zeros = new ArrayList<>();
        for (NDArray tensor : tensors) {
            zeros.add(Scope.keep(() -> tensor.getManager().zeros(tensor.getShape())));
        }
        return zeros;
    }

    /**
     * Moves the weights down the slope of a loss.
     *
     * @param number of the step, which a resumed run counts on
     */
    void step(long number, NDArray loss, double learningRate) {
        NDList gradients = Gradients.of(loss, weights);
        if (options.gradientClipNorm() > 0) {
            ParameterList.clipNorm(gradients, options.gradientClipNorm());
        }
        ParameterList.adam(
                weights,
                gradients,
                firstMoments,
                secondMoments,
                steps,
                learningRate,
                options.beta1(),
                options.beta2(),
                STABILIZER);
        if (number % TIDY_EVERY == 0) {
            ParameterList.dropTiny(firstMoments);
        }
        if (!average.isEmpty()) {
            ParameterList.lerp(average, weights, 1 - options.emaDecay());
        }
    }

    /** Exchanges the weights for their average, where one is kept; a second call exchanges them back. */
    void swapAverage() {
        for (int i = 0; i < average.size(); i++) {
            try (Scope scope = Scope.open()) {
                NDArray held = weights.get(i).stopGradient().duplicate();
                Tensors.copy(average.get(i), weights.get(i));
                Tensors.copy(held, average.get(i));
            }
        }
    }

    /** Its own tensors by name, for a checkpoint. */
    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        put(state, "first", firstMoments);
        put(state, "second", secondMoments);
        put(state, "steps", steps);
        put(state, "average", average);
        return state;
    }

    private static void put(Map<String, NDArray> state, String name, List<NDArray> tensors) {
        for (int i = 0; i < tensors.size(); i++) {
            state.put(name + "." + i, tensors.get(i));
        }
    }
}
