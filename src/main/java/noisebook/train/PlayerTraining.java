package noisebook.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/** A player at work: its optimiser and the sums of its losses since the last report. */
final class PlayerTraining {
    final Player player;
    private final TrainingOptions options;
    private WeightUpdate weights;
    private List<String> names = List.of();
    private @Nullable NDArray sums;
    private int count;

    PlayerTraining(Player player, TrainingOptions options) {
        this.player = player;
        this.options = options;
        this.weights = new WeightUpdate(player.network().trainedTensors(), options);
    }

    /** One optimiser step on one batch, number {@code index} of all that this player has seen. */
    void update(Batches batches, int step, long index) {
        try (Scope scope = Scope.open()) {
            NDList batch = batches.at(index, options.batchSize(), options.seed(), scope.manager());
            Loss loss = player.objective().at(step, batch, scope.manager());
            followNetwork();
            weights.step(index, loss.total(), player.learningRate() * options.rateFactor(step));
            remember(loss);
        }
    }

    /** Parts may have joined the network, or been fixed: the others keep what the optimiser remembers of them. */
    private void followNetwork() {
        List<NDArray> now = player.network().trainedTensors();
        if (!weights.areOf(now)) {
            weights = weights.movedTo(now);
        }
    }

    void swapAverage() {
        weights.swapAverage();
    }

    /** Adds the losses up on the device: reading each would wait for it. */
    private void remember(Loss loss) {
        Map<String, NDArray> all = new LinkedHashMap<>();
        all.put(Loss.TOTAL, loss.total());
        all.putAll(loss.terms());
        List<NDArray> scalars = new ArrayList<>();
        all.values().forEach(term -> scalars.add(term.stopGradient().reshape(1)));
        NDArray row = NDArrays.concat(new NDList(scalars));
        if (sums == null) {
            names = List.copyOf(all.keySet());
            NDArray first = player.network().trainedTensors().get(0);
            sums = Scope.keep(() -> first.getManager().zeros(row.getShape()));
        }
        sums.addi(row);
        count++;
    }

    /** The mean of each loss since the last call, named {@code player.term} in a game of several. */
    Map<String, Double> readLosses() {
        Map<String, Double> means = new LinkedHashMap<>();
        if (sums != null) {
            float[] values = Tensors.floats(sums);
            for (int i = 0; i < values.length; i++) {
                String prefix = player.name().isEmpty() ? "" : player.name() + ".";
                means.put(prefix + names.get(i), values[i] / (double) count);
            }
            sums.close();
            sums = null;
            count = 0;
        }
        return means;
    }

    /** Everything that a resumed run needs, by name. */
    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        player.network().tensors().forEach((name, tensor) -> state.put(player.name() + "/model/" + name, tensor));
        weights.state().forEach((name, tensor) -> state.put(player.name() + "/optimizer/" + name, tensor));
        return state;
    }
}
