package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import noisebook.denoising.Condition;
import noisebook.denoising.DenoisingNetwork;
import noisebook.denoising.ForwardProcess;
import noisebook.math.Prediction;
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
    private static final int WIDTH = 128;

    private final SinusoidalEmbedding sinusoid = new SinusoidalEmbedding(FREQUENCIES);
    private final Sequential network = child(
            "network",
            Sequential.of(
                    new Linear(2 + 4 * OCTAVES + FREQUENCIES, WIDTH),
                    Ops::silu,
                    new Linear(WIDTH, WIDTH),
                    Ops::silu,
                    new Linear(WIDTH, WIDTH),
                    Ops::silu,
                    new Linear(WIDTH, 2)));

    /** Declares the model. */
    public PointDenoiser() {
        super(ForwardProcess.of(DiffusionRecipes.pointSchedule()), Prediction.EPSILON, 2);
    }

    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        about.requireNone();
        Tensors.requireShape("xt", xt, -1, 2);
        NDArray features = xt.concat(sinusoid.forward(t), 1);
        for (int octave = 0; octave < OCTAVES; octave++) {
            NDArray angle = xt.mul(2 << octave);
            features = features.concat(angle.sin(), 1).concat(angle.cos(), 1);
        }
        NDArray own = xt.mul(process().noise(t, xt)); // as in ImageDenoiser
        return own.add(network.forward(features).mul(process().signal(t, xt))); // (N, 2)
    }
}
