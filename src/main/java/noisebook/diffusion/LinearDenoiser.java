package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;
import noisebook.data.DataSet;
import noisebook.data.Images;
import noisebook.denoising.Condition;
import noisebook.denoising.DenoisingNetwork;
import noisebook.denoising.ForwardProcess;
import noisebook.math.Prediction;
import noisebook.nn.Init;
import noisebook.nn.Linear;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/**
 * One matrix and one vector that guess the picture under the noise of a single time, {@code √ᾱ_t x_0 ≈ A x_t + b}; what is left is the noise,
 * {@code ε_θ = (x_t − A x_t − b) / √(1 − ᾱ_t)}. All it can learn is how pixels go together in pairs, so
 * {@link noisebook.math.LinearGaussianOptimum} says beforehand how good it can become.
 */
public final class LinearDenoiser extends DenoisingNetwork {
    private static final int PIXELS = DataSet.SIDE * DataSet.SIDE;

    private final double signal; // √ᾱ_t
    private final double noise; // √(1 − ᾱ_t)
    private final Linear layer = child("layer", new Linear(PIXELS, PIXELS, Init.constant(0)));

    /**
     * Declares the model.
     *
     * @param t the time that it knows, in [1, T]
     */
    public LinearDenoiser(ForwardProcess process, int t) {
        super(process, Prediction.EPSILON, 1, DataSet.SIDE, DataSet.SIDE);
        signal = process.path().signal(t);
        noise = process.path().noise(t);
    }

    /** {@inheritDoc} {@code t} is not looked at. */
    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        about.requireNone();
        return Ops.scale(xt.sub(picture(xt)), 1 / noise);
    }

    private NDArray picture(NDArray xt) {
        Tensors.requireShape("xt", xt, -1, 1, DataSet.SIDE, DataSet.SIDE);
        return layer.forward(xt.reshape(-1, PIXELS)).reshape(xt.getShape());
    }

    /**
     * The pictures that it sees under the noise.
     *
     * @return x_0 as guessed, about [−1, 1]
     */
    public Images clean(Images xt) {
        return xt.like(Tensors.map(xt, x -> Ops.scale(picture(x), 1 / signal)));
    }

    @Override
    public Optional<NDArray> fingerprint(NDManager manager) {
        return Optional.of(picture(Tensors.signed(Tensors.ramp(manager, 1, DataSet.SIDE, DataSet.SIDE))));
    }
}
