package noisebook.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import noisebook.tensor.GradMode;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/** A named tensor of a model: trained by the gradient, or a buffer that the model keeps for itself (batch norm's running mean). */
public final class Parameter {
    private final Shape shape;
    private final Init init;
    private boolean trained;
    private @Nullable NDArray value;

    Parameter(Init init, boolean trained, long... shape) {
        this.shape = new Shape(shape);
        this.init = init;
        this.trained = trained;
    }

    /** Its shape, known before it has a value. */
    public Shape shape() {
        return shape;
    }

    /** Whether the optimiser changes it. */
    public boolean trained() {
        return trained;
    }

    /**
     * Its tensor, float32.
     *
     * @throws IllegalStateException before {@link Network#initialize}
     */
    public NDArray value() {
        if (value == null) {
            throw new IllegalStateException(
                    "the model has no values yet: call initialize(seed) or load a checkpoint first");
        }
        return value;
    }

    /** Keeps its value from here on. */
    void fix() {
        trained = false;
        if (value != null) {
            value.setRequiresGradient(false);
        }
    }

    boolean hasValue() {
        return value != null;
    }

    void initialize(NDManager manager) {
        NDArray made = Scope.keep(() -> init.create(manager, shape));
        made.setRequiresGradient(trained);
        value = made;
    }

    /** Takes over another tensor's values, in place. */
    void set(NDArray source) {
        if (!source.getShape().equals(shape)) {
            throw new IllegalArgumentException(
                    "a parameter of shape " + shape + " cannot take values of shape " + source.getShape());
        }
        try (GradMode off = GradMode.off()) {
            Tensors.copy(source, value());
        }
    }
}
