package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import noisebook.data.DataSet;
import noisebook.denoising.Condition;
import noisebook.denoising.DenoisingNetwork;
import noisebook.denoising.ForwardProcess;
import noisebook.math.Prediction;
import noisebook.nn.UNet;
import noisebook.nn.UNetPlan;
import noisebook.tensor.Tensors;

/**
 * The network that turns noise into 28×28 images. A U-Net F is asked only for what x_t does not say by itself:
 * {@code ε_θ = √(1 − ᾱ_t) x_t + √ᾱ_t F(x_t, t)}. At large t, x_t is nearly all noise and is its own best answer; at small t the whole
 * answer is F's. (F then predicts {@code √ᾱ ε − √(1 − ᾱ) x_0}, the velocity of Salimans and Ho 2022.)
 */
public final class ImageDenoiser extends DenoisingNetwork {
    private final UNet network;

    /**
     * Declares the model.
     *
     * @param width channels of the U-Net at 14×14
     */
    public ImageDenoiser(ForwardProcess process, int width) {
        super(process, Prediction.EPSILON, 1, DataSet.SIDE, DataSet.SIDE);
        network = child("network", new UNet(UNetPlan.patches(width, UNetPlan.Rounding.FACTORS)));
    }

    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        about.requireNone();
        NDArray own = xt.mul(process().noise(t, xt));
        return own.add(network.forward(xt, t).mul(process().signal(t, xt)));
    }

    /** The shapes of one image on its way through the U-Net; see {@link UNet#shapes()}. */
    public List<Shape> shapes() {
        return network.shapes();
    }

    @Override
    public Optional<NDArray> fingerprint(NDManager manager) {
        return Optional.of(predict(
                Tensors.signed(Tensors.ramp(manager, 1, DataSet.SIDE, DataSet.SIDE)), manager.full(new Shape(1), 100)));
    }
}
