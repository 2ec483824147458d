package noisebook.nn;

import ai.djl.ndarray.NDArray;

/** A function of one tensor: a layer with parameters, or an activation such as {@code Ops::relu}. */
@FunctionalInterface
public interface Layer {
    /** Applies the layer; shapes are the implementing class's to say. */
    NDArray forward(NDArray x);
}
