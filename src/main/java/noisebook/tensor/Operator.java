package noisebook.tensor;

import ai.djl.ndarray.NDArray;

/** A differentiable function of tensors. */
@FunctionalInterface
interface Operator {
    /** Computes it; what the inputs are, and their shapes, is said where it is declared. */
    NDArray apply(NDArray... inputs);
}
