package noisebook.distill;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import noisebook.data.DataSet;
import noisebook.denoising.Condition;
import noisebook.denoising.DenoisingNetwork;
import noisebook.denoising.ForwardProcess;
import noisebook.flow.VelocityUNet;
import noisebook.math.NoiseSchedule;
import noisebook.math.Prediction;
import noisebook.nn.Init;
import noisebook.nn.Linear;
import noisebook.nn.Sequential;
import noisebook.nn.UNetPlan;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/**
 * Draws a digit of a class from which x_t may have come; asked again, perhaps another one.
 *
 * <p>It is a {@link VelocityUNet} that is told z beside the class. Each x_t of a noise schedule, divided by {@code a + b}, lies on the straight path at
 * {@code b / (a + b)}, with {@code a = √ᾱ_t, b = √(1 − ᾱ_t)}. So the generator may start as a trained network of flow matching, which answers with the mean of all
 * those digits, whatever z.
 */
public final class ImageStepGenerator extends DenoisingNetwork {
    private static final int LATENT = 32;

    private final VelocityUNet flow;
    private final Sequential mapping;

    /**
     * Declares the network.
     *
     * @param width channels at 14×14
     */
    public ImageStepGenerator(NoiseSchedule schedule, int width) {
        super(ForwardProcess.of(schedule), Prediction.X0, 1, DataSet.SIDE, DataSet.SIDE);
        flow = child("flow", new VelocityUNet(width));
        mapping = child(
                "mapping",
                Sequential.of(
                        new Linear(LATENT, UNetPlan.EMBEDDING),
                        Ops::leakyRelu,
                        new Linear(UNetPlan.EMBEDDING, UNetPlan.EMBEDDING, Init.constant(0))));
    }

    /** Takes over the weights of a network of flow matching, of the same width. */
    void startAs(VelocityUNet teacher) {
        flow.load(teacher.tensors());
    }

    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        return draw(xt, xt.getManager().randomNormal(new Shape(xt.size(0), LATENT)), t, about);
    }

    /** {@code G(x_t, z, t)}. */
    private NDArray draw(NDArray xt, NDArray z, NDArray t, Condition about) {
        NDArray noise = process().noise(t, xt); // (N, 1, 1, 1)
        NDArray sum = process().signal(t, xt).add(noise);
        NDArray onLine = xt.div(sum);
        NDArray time = noise.div(sum);
        NDArray velocity = flow.predict(onLine, time.reshape(-1), about, mapping.forward(z));
        return onLine.sub(velocity.mul(time));
    }

    @Override
    public Optional<NDArray> fingerprint(NDManager manager) {
        return Optional.of(draw(
                Tensors.signed(Tensors.ramp(manager, 1, DataSet.SIDE, DataSet.SIDE)),
                manager.linspace(-2, 2, LATENT).reshape(1, -1),
                manager.full(new Shape(1), 2),
                Condition.classes(3)));
    }
}
