package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import noisebook.nn.Linear;
import noisebook.nn.Module;
import noisebook.nn.Sequential;
import noisebook.nn.SinusoidalEmbedding;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/** A multilayer perceptron that predicts the noise in points of the plane: position and embedded time to 2 numbers. */
public final class PointDenoiser extends Module implements Denoiser {
    private static final int FREQUENCIES = 32;
    private static final int WIDTH = 128;

    private final SinusoidalEmbedding sinusoid = new SinusoidalEmbedding(FREQUENCIES);
    private final Sequential network = child(
            "network",
            Sequential.of(
                    new Linear(2 + FREQUENCIES, WIDTH),
                    Ops::silu,
                    new Linear(WIDTH, WIDTH),
                    Ops::silu,
                    new Linear(WIDTH, WIDTH),
                    Ops::silu,
                    new Linear(WIDTH, 2)));

    /** {@inheritDoc} Points are (N, 2). */
    @Override
    public NDArray predictEpsilon(NDArray xt, NDArray t) {
        Tensors.requireShape("xt", xt, -1, 2);
        return network.forward(xt.concat(sinusoid.forward(t), 1));
    }
}
