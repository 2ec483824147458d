package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.math.Require;
import noisebook.tensor.Ops;

/**
 * Batch normalisation of each channel (Ioffe and Szegedy 2015): (N, C, H, W) to the same shape. Training uses the batch's mean and variance
 * and updates running ones with momentum .1; inference uses the running ones.
 */
public final class BatchNorm2d extends Network implements Layer {
    private final Parameter weight;
    private final Parameter bias;
    private final Parameter runningMean;
    private final Parameter runningVariance;

    /** Declares the layer for a number of channels. */
    public BatchNorm2d(int channels) {
        weight = parameter("weight", Init.constant(1), Require.positive("channels", channels));
        bias = parameter("bias", Init.constant(0), channels);
        runningMean = buffer("runningMean", Init.constant(0), channels);
        runningVariance = buffer("runningVariance", Init.constant(1), channels);
    }

    @Override
    public NDArray forward(NDArray x) {
        return Ops.batchNorm(x, runningMean.value(), runningVariance.value(), weight.value(), bias.value(), training());
    }
}
