package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.math.Require;
import noisebook.tensor.Ops;

/** Group normalisation (Wu and He 2018): (N, C, H, W) to the same shape, each group of C / groups channels to mean 0 and variance 1. */
public final class GroupNorm extends Network implements Layer {
    private final int groups;
    private final Parameter weight;
    private final Parameter bias;

    /**
     * Declares the layer.
     *
     * @throws IllegalArgumentException when {@code groups} does not divide {@code channels}
     */
    public GroupNorm(int groups, int channels) {
        Require.positive("groups", groups);
        Require.positive("channels", channels);
        if (channels % groups != 0) {
            throw new IllegalArgumentException(channels + " channels cannot be split into " + groups + " equal groups");
        }
        this.groups = groups;
        weight = parameter("weight", Init.constant(1), channels);
        bias = parameter("bias", Init.constant(0), channels);
    }

    @Override
    public NDArray forward(NDArray x) {
        return Ops.groupNorm(x, groups, weight.value(), bias.value());
    }
}
