package noisebook.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import noisebook.data.DataSet;
import noisebook.data.Split;
import noisebook.nn.Network;
import org.jspecify.annotations.Nullable;

/**
 * A model of the lessons with everything needed to train it: the same in a notebook, on the command line and for the shipped checkpoints.
 *
 * @param name names its checkpoint, such as {@code vae-d20}
 * @param model makes the network, without values
 * @param options how it is trained
 * @param loop makes the loop for an initialised network and a data set
 * @param only the one data set that it can learn from; null for any of the grey ones
 * @param needs names of the recipes whose weights this training uses, such as a network whose features are a loss
 */
public record Recipe<M extends Network>(
        String name,
        Supplier<M> model,
        TrainingOptions options,
        LoopFactory<M> loop,
        @Nullable DataSet only,
        List<String> needs) {
    /** Keeps a list of its own. */
    public Recipe {
        needs = List.copyOf(needs);
    }

    /** A recipe that needs no other. */
    public Recipe(String name, Supplier<M> model, TrainingOptions options, LoopFactory<M> loop) {
        this(name, model, options, loop, null, List.of());
    }

    /** Makes the training loop of an initialised network. */
    @FunctionalInterface
    public interface LoopFactory<M extends Network> {
        /** Joins network, data and options. */
        TrainingLoop create(M model, Split data, TrainingOptions options);
    }

    /** The same model trained otherwise. */
    public Recipe<M> with(TrainingOptions other) {
        return new Recipe<>(name, model, other, loop, only, needs);
    }

    /** The same model, whose training uses the weights of other recipes. */
    public Recipe<M> needing(String... names) {
        return new Recipe<>(name, model, options, loop, only, List.of(names));
    }

    /** The same for one data set alone. */
    public Recipe<M> on(DataSet set) {
        return new Recipe<>(name, model, options, loop, set, needs);
    }

    /**
     * Checks that a training can learn from a data set.
     *
     * @throws IllegalArgumentException when it cannot
     */
    public void requireSet(DataSet set) {
        if (only == null ? !set.grey() : set != only) {
            throw new IllegalArgumentException(name + " learns from "
                    + (only == null ? "grey pictures in ten classes" : "the " + only + " alone") + ", not from "
                    + set);
        }
    }

    /** An initialised network and its loop, not yet run. */
    public Training<M> start(Split data) {
        M network = model.get();
        network.initialize(options.seed());
        return new Training<>(network, loop.create(network, data, options));
    }

    /** A network and the loop that trains it. */
    public record Training<M extends Network>(M model, TrainingLoop loop) {}

    /** What a checkpoint of this recipe says about itself. */
    public Map<String, String> metadata(Split data, String version) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("recipe", name);
        metadata.put("dataset", data.source().id());
        metadata.put("data-sha256", data.train().sha256());
        metadata.put("options", options.toString());
        metadata.put("noisebook", version);
        return metadata;
    }
}
