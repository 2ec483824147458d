package noisebook.flow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * The flow-matching loss on straight lines from data to noise (Lipman et al. 2023, eq. 23; Liu et al. 2023, eq. 1, with time the other way
 * round): {@code x_t = (1 − t) data + t noise} moves at the velocity {@code noise − data}, and the model is asked for it,
 * {@code L = mean (v_θ(x_t, t) − (noise − data))²}.
 *
 * <p>Its randomness, t uniform in (0, 1) and standard normal noise, is an argument. A model that knows nothing but x_t keeps a loss above 0:
 * many lines cross in one point, and it can only answer their mean.
 */
public final class FlowLoss {
    private FlowLoss() {}

    /**
     * The point of each line at its time.
     *
     * @param data (N, …); images have pixels in [−1, 1]
     * @param noise standard normal, the shape of {@code data}
     * @param t (N), float32, in [0, 1]
     * @return x_t, the shape of {@code data}
     */
    public static NDArray between(NDArray data, NDArray noise, NDArray t) {
        long[] each = new long[data.getShape().dimension()];
        Arrays.fill(each, 1);
        each[0] = t.size();
        return data.add(noise.sub(data).mul(t.reshape(new Shape(each))));
    }

    /**
     * The loss of one batch.
     *
     * @param data (N, 1, 28, 28), pixels in [−1, 1]
     * @param t (N), float32, in (0, 1)
     * @param noise standard normal, the shape of {@code data}
     * @param labels (N), int64, in [0, {@link Velocity#NONE}]
     * @return a scalar, the mean over all pixels
     */
    public static NDArray of(Velocity model, NDArray data, NDArray t, NDArray noise, NDArray labels) {
        NDArray velocity = model.at(between(data, noise, t), t, labels);
        return velocity.sub(noise.sub(data)).square().mean();
    }
}
