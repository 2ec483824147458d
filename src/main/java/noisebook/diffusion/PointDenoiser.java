package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import noisebook.denoising.Condition;
import noisebook.denoising.DenoisingNetwork;
import noisebook.denoising.ForwardProcess;
import noisebook.math.Prediction;
import noisebook.math.Require;
import noisebook.nn.Linear;
import noisebook.nn.Sequential;
import noisebook.nn.SinusoidalEmbedding;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/**
 * A multilayer perceptron that predicts the noise in points of the plane. Position and time both enter as sines and cosines of several
 * frequencies (Tancik et al. 2020): from the bare numbers a small network learns fine shapes only slowly.
 */
public final class PointDenoiser extends DenoisingNetwork {
    private static final int FREQUENCIES = 32;
    private static final int OCTAVES = 4;
    static final int WIDTH = 128;

    private final SinusoidalEmbedding sinusoid = new SinusoidalEmbedding(FREQUENCIES);
    private final Sequential network;

    /** Declares the model, with layers of 128 units. */
    public PointDenoiser() {
        this(WIDTH);
    }

    /**
     * Declares the model.
     *
     * @param width units in each of its three hidden layers, at least 1
     */
    public PointDenoiser(int width) {
        super(ForwardProcess.of(DiffusionRecipes.pointSchedule()), Prediction.EPSILON, 2);
        Require.positive("width", width);
        network = child(
                "network",
                Sequential.of(
                        new Linear(2 + 4 * OCTAVES + FREQUENCIES, width),
                        Ops::silu,
                        new Linear(width, width),
                        Ops::silu,
                        new Linear(width, width),
                        Ops::silu,
                        new Linear(width, 2)));
    }

    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        about.requireNone();
        Tensors.requireShape("xt", xt, -1, 2);
        NDArray features = xt.concat(sinusoid.forward(t), 1);
        for (int octave = 0; octave < OCTAVES; octave++) {
            NDArray angle = Ops.scale(xt, 2 << octave);
            features = features.concat(angle.sin(), 1).concat(angle.cos(), 1);
        }
        NDArray own = xt.mul(process().noise(t, xt)); // as in ImageDenoiser
        return own.add(network.forward(features).mul(process().signal(t, xt))); // (N, 2)
    }
}
