package noisebook.nn;

import ai.djl.ndarray.NDArray;

/** A layer that is told something about each sample, such as its time. */
@FunctionalInterface
interface EmbeddedLayer {
    /** Applies the layer to features (N, in, H, W) and an embedding (N, E). */
    NDArray forward(NDArray x, NDArray embedding);
}
