package noisebook.distill;

import ai.djl.ndarray.NDArray;
import noisebook.data.DataSet;
import noisebook.denoising.Condition;
import noisebook.denoising.ForwardProcess;
import noisebook.math.NoiseSchedule;
import noisebook.nn.Conv2d;
import noisebook.nn.Init;
import noisebook.nn.Layer;
import noisebook.nn.Linear;
import noisebook.nn.Sequential;
import noisebook.tensor.Ops;

/**
 * Judges the steps of 28×28 grey digits: it sees x_{t−1}, less what x_t alone says of it, and x_t as two channels, and time and class as planes that are all 0 or all 1. Convolutions of stride 2 lead to
 * 14×14, 7×7 and 4×4, then a hidden layer sees the whole. Nothing is normalised, so that its slope at a picture depends on that picture alone.
 */
final class ImageStepDiscriminator extends StepDiscriminator {
    private static final int SIDE = DataSet.SIDE;
    private static final int END = 4;
    private static final int HIDDEN = 128;

    private final ForwardProcess process;
    private final int steps;
    private final int classes;
    private final Sequential layers;

    /**
     * Declares the network.
     *
     * @param width C, maps at 14×14
     */
    ImageStepDiscriminator(NoiseSchedule schedule, int classes, int width) {
        process = ForwardProcess.of(schedule);
        steps = schedule.timesteps();
        this.classes = classes;
        layers = child(
                "layers",
                Sequential.of(
                        convolution(2 + steps + classes, width, 4),
                        Ops::leakyRelu,
                        convolution(width, 2 * width, 4),
                        Ops::leakyRelu,
                        convolution(2 * width, 4 * width, 3),
                        Ops::leakyRelu,
                        (Layer) x -> x.reshape(x.getShape().get(0), 4L * width * END * END),
                        new Linear(4 * width * END * END, HIDDEN, Init.he(4 * width * END * END)),
                        Ops::leakyRelu,
                        new Linear(HIDDEN, 1)));
    }

    private static Conv2d convolution(int in, int out, int kernel) {
        return new Conv2d(in, out, kernel, 2, 1, Init.he(in * kernel * kernel));
    }

    @Override
    public NDArray logits(NDArray before, NDArray xt, NDArray t, Condition about) {
        int n = (int) xt.size(0);
        NDArray asked = about.oneHot(xt.getManager(), n, classes).get(":, :" + classes);
        NDArray known = PointStepGenerator.oneHot(t, steps).concat(asked, 1);
        NDArray planes = known.reshape(n, -1, 1, 1).broadcast(n, steps + classes, SIDE, SIDE);
        NDArray nothing = xt.zerosLike();
        NDArray fresh = before.sub(process.stepBack(nothing, xt, t, nothing));
        return layers.forward(fresh.concat(xt, 1).concat(planes, 1));
    }
}
