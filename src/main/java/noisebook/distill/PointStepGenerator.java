package noisebook.distill;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import noisebook.denoising.Condition;
import noisebook.denoising.DenoisingNetwork;
import noisebook.denoising.ForwardProcess;
import noisebook.math.NoiseSchedule;
import noisebook.math.Prediction;
import noisebook.nn.Linear;
import noisebook.nn.Sequential;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/** A multilayer perceptron that draws a point x_0 from which x_t may have come; asked again, perhaps another one. */
public final class PointStepGenerator extends DenoisingNetwork {
    private static final int WIDTH = 64;
    private static final int LATENT = 4;

    private final int steps;
    private final Sequential layers;

    /** Declares the network. */
    public PointStepGenerator(NoiseSchedule schedule) {
        super(ForwardProcess.of(schedule), Prediction.X0, 2);
        steps = schedule.timesteps();
        layers = child("layers", perceptron(2 + LATENT + steps, 2));
    }

    static Sequential perceptron(int in, int out) {
        return Sequential.of(
                new Linear(in, WIDTH),
                Ops::leakyRelu,
                new Linear(WIDTH, WIDTH),
                Ops::leakyRelu,
                new Linear(WIDTH, WIDTH),
                Ops::leakyRelu,
                new Linear(WIDTH, out));
    }

    /** Times 1..T as (N, T), all 0 but one. */
    static NDArray oneHot(NDArray t, int steps) {
        return Tensors.oneHot(t.sub(1).toType(DataType.INT64, false), steps);
    }

    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        about.requireNone();
        Tensors.requireShape("xt", xt, -1, 2);
        NDArray z = xt.getManager().randomNormal(new Shape(xt.size(0), LATENT));
        return layers.forward(xt.concat(z, 1).concat(oneHot(t, steps), 1));
    }
}
