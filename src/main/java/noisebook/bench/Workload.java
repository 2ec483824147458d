package noisebook.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import noisebook.nn.Network;
import noisebook.tensor.Autocast;
import noisebook.tensor.Scope;

/**
 * One kind of work that is timed: training steps of a model, or runs of a sampler.
 *
 * @param name what the Python peer calls it too
 * @param networks initialised, in the order in which the peer declares them
 * @param macs multiply-accumulates that one unit of work needs
 * @param inputs of {@code answer}, each with its name
 * @param answer a number that depends on every network and input, such as the loss of a batch; equal networks give equal ones
 * @param milliseconds does so many units of work and tells how long each took
 */
record Workload(
        String name,
        List<Network> networks,
        long macs,
        Function<NDManager, NDList> inputs,
        Function<NDList, NDArray> answer,
        IntFunction<double[]> milliseconds) {

    /** Weights and buffers of all networks by name, in the order of declaration. */
    Map<String, NDArray> tensors() {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        for (int i = 0; i < networks.size(); i++) {
            int number = i;
            networks.get(i).tensors().forEach((key, tensor) -> tensors.put(number + "." + key, tensor));
        }
        return tensors;
    }

    /** Numbers that training adjusts, in all networks. */
    long parameterCount() {
        return networks.stream().mapToLong(Network::parameterCount).sum();
    }

    /** The answer to these inputs, nothing rounded to bfloat16. */
    double answerTo(NDList given) {
        try (Autocast exact = Autocast.exact()) {
            return Scope.floats(manager -> answer.apply(given))[0];
        }
    }

    /** The milliseconds of each of {@code count} measurements. */
    double[] time(int count) {
        return milliseconds.apply(count);
    }
}
