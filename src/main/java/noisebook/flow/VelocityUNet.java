package noisebook.flow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import noisebook.data.DataSet;
import noisebook.denoising.Condition;
import noisebook.denoising.DenoisingNetwork;
import noisebook.denoising.ForwardProcess;
import noisebook.math.Prediction;
import noisebook.nn.Init;
import noisebook.nn.Parameter;
import noisebook.nn.UNet;
import noisebook.nn.UNetPlan;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/**
 * A {@link UNet} on patches that draws the digit it is asked for: each class, and "none", has a vector that is added to the embedding of the time.
 */
public final class VelocityUNet extends DenoisingNetwork {
    private static final int TICKS = 1000; // of the embedding's clock, from t = 0 to 1
    private static final int CLASSES = 10;

    private final Parameter classes = parameter("classes", Init.normal(.3f), CLASSES + 1, UNetPlan.EMBEDDING);
    private final UNet network;
    private final int width;

    /**
     * Declares the network.
     *
     * @param width channels at 14×14
     */
    public VelocityUNet(int width) {
        super(ForwardProcess.straight(), Prediction.VELOCITY, 1, DataSet.SIDE, DataSet.SIDE);
        this.width = width;
        network = child("network", new UNet(UNetPlan.patches(width, UNetPlan.Rounding.FEATURES)));
    }

    /** Channels at 14×14. */
    public int width() {
        return width;
    }

    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        return network.forward(xt, Ops.scale(t, TICKS), asked(xt, about));
    }

    /**
     * The same where more is known than the class.
     *
     * @param beside (N, 128), added to the vector of the class
     */
    public NDArray predict(NDArray xt, NDArray t, Condition about, NDArray beside) {
        return network.forward(xt, Ops.scale(t, TICKS), asked(xt, about).add(beside));
    }

    private NDArray asked(NDArray xt, Condition about) {
        return about.oneHot(xt.getManager(), (int) xt.size(0), CLASSES).matMul(classes.value()); // (N, 128)
    }

    @Override
    public Optional<NDArray> fingerprint(NDManager manager) {
        return Optional.of(predict(
                Tensors.signed(Tensors.ramp(manager, 1, DataSet.SIDE, DataSet.SIDE)),
                manager.full(new Shape(1), .5f),
                Condition.classes(3)));
    }
}
