package noisebook.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import noisebook.tensor.Compute;
import org.jspecify.annotations.Nullable;

/**
 * A part of a network that owns parameters, and parts of its own.
 *
 * <p>A subclass declares its parts in the constructor with {@link #parameter} and {@link #child} and writes a forward method over them;
 * shapes and counts are known at once, values come with {@link #initialize} or a checkpoint. Names are joined by dots:
 * {@code "encoder.hidden1.weight"}.
 */
public abstract class Network implements AutoCloseable {
    private final Map<String, Parameter> own = new LinkedHashMap<>();
    private final Map<String, Network> children = new LinkedHashMap<>();
    private boolean training;
    private @Nullable NDManager manager;

    /** Declares a parameter that is trained. */
    protected final Parameter parameter(String name, Init init, long... shape) {
        return declare(name, new Parameter(init, true, shape));
    }

    /** Declares a tensor that is saved with the model but not trained. */
    protected final Parameter buffer(String name, Init init, long... shape) {
        return declare(name, new Parameter(init, false, shape));
    }

    private Parameter declare(String name, Parameter parameter) {
        own.put(name, parameter);
        return parameter;
    }

    /** Declares a part. */
    protected final <M extends Network> M child(String name, M module) {
        children.put(name, module);
        return module;
    }

    /**
     * Declares a part of a network that may have values already, as one that grows while it is trained: the part gets its first values then. A training
     * loop trains the part from its next step on.
     *
     * @param seed decides the part's first values
     */
    protected final <M extends Network> M join(String name, M part, long seed) {
        child(name, part);
        NDManager weights = manager;
        if (weights != null) {
            Compute.seed(seed, -1);
            part.parameters().values().stream().filter(p -> !p.hasValue()).forEach(p -> p.initialize(weights));
            part.training(training);
        }
        return part;
    }

    /** All parameters and buffers below this module, by name, in the order of declaration. */
    public final Map<String, Parameter> parameters() {
        Map<String, Parameter> all = new LinkedHashMap<>(own);
        children.forEach((name, child) -> child.parameters().forEach((inner, p) -> all.put(name + "." + inner, p)));
        return all;
    }

    /** The tensors that the optimiser changes, in order. */
    public final List<NDArray> trainedTensors() {
        List<NDArray> tensors = new ArrayList<>();
        for (Parameter parameter : parameters().values()) {
            if (parameter.trained()) {
                tensors.add(parameter.value());
            }
        }
        return tensors;
    }

    /** All tensors by name: what a checkpoint holds. */
    public final Map<String, NDArray> tensors() {
        Map<String, NDArray> tensors = new LinkedHashMap<>();
        parameters().forEach((name, parameter) -> tensors.put(name, parameter.value()));
        return tensors;
    }

    /** How many numbers training adjusts. */
    public final long parameterCount() {
        return parameters().values().stream()
                .filter(Parameter::trained)
                .mapToLong(p -> p.shape().size())
                .sum();
    }

    /** Gives every parameter its first value; the same seed gives the same values. */
    public final void initialize(long seed) {
        Compute.seed(seed, -1);
        close();
        NDManager weights = Compute.newManager();
        manager = weights;
        parameters().values().forEach(p -> p.initialize(weights));
    }

    /**
     * Takes over values by name.
     *
     * @throws IllegalArgumentException when a name is missing, left over, or of another shape
     */
    public final void load(Map<String, NDArray> tensors) {
        Map<String, Parameter> mine = parameters();
        if (!mine.keySet().equals(tensors.keySet())) {
            throw new IllegalArgumentException(
                    "the tensors " + tensors.keySet() + " do not fit a model with " + mine.keySet());
        }
        if (manager == null) {
            initialize(0);
        }
        tensors.forEach((name, tensor) -> Objects.requireNonNull(mine.get(name)).set(tensor));
    }

    /**
     * Takes over the values of the names that this network has, too, as where it grew out of a smaller one; the others stay.
     *
     * @throws IllegalArgumentException when one is of another shape
     */
    public final void loadShared(Map<String, NDArray> tensors) {
        Map<String, Parameter> mine = parameters();
        tensors.forEach((name, tensor) -> {
            Parameter parameter = mine.get(name);
            if (parameter != null) {
                parameter.set(tensor);
            }
        });
    }

    /** Switches between training and inference behaviour, which differ where a layer uses statistics of its batch. */
    public final void training(boolean on) {
        training = on;
        children.values().forEach(child -> child.training(on));
    }

    /** Whether the module behaves as in training. */
    protected final boolean training() {
        return training;
    }

    /** Keeps all values below this network as they are from here on: no training changes them, as where an adapter learns beside them. */
    public final void fix() {
        parameters().values().forEach(Parameter::fix);
    }

    /** Lets gradients reach this network's trained parameters, or keeps them from it, for a time. */
    public final void freeze(boolean frozen) {
        for (Parameter parameter : parameters().values()) {
            if (parameter.trained()) {
                parameter.value().setRequiresGradient(!frozen);
            }
        }
    }

    /**
     * What the network makes of one fixed input. It tells networks apart whose parameters have the same names and shapes but which compute
     * something else with them, such as another activation; a checkpoint keeps it. Empty for parts that have no checkpoint of their own.
     *
     * @param manager for the input
     */
    public Optional<NDArray> fingerprint(NDManager manager) {
        return Optional.empty();
    }

    /** Frees the parameters. */
    @Override
    public void close() {
        if (manager != null) {
            manager.close();
            manager = null;
        }
    }
}
