package noisebook.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** How a parameter starts. */
@FunctionalInterface
public interface Init {
    /** Draws the first value of a parameter from the engine's random numbers. */
    NDArray create(NDManager manager, Shape shape);

    /** Uniform in ±1/√fanIn, PyTorch's default for linear and convolutional layers. */
    static Init fanIn(int fanIn) {
        float bound = (float) (1 / Math.sqrt(fanIn));
        return (manager, shape) -> manager.randomUniform(-bound, bound, shape);
    }

    /** Normal with variance 2/fanIn, which keeps the size of what passes through layers with a ReLU between them (He et al. 2015, eq. 10). */
    static Init he(int fanIn) {
        return normal((float) Math.sqrt(2.0 / fanIn));
    }

    /** Normal with mean 0 and the given standard deviation. */
    static Init normal(float sigma) {
        return (manager, shape) -> manager.randomNormal(0, sigma, shape, ai.djl.ndarray.types.DataType.FLOAT32);
    }

    /** Every entry the same. */
    static Init constant(float value) {
        return (manager, shape) -> manager.full(shape, value);
    }
}
