package noisebook.distill;

import ai.djl.ndarray.NDArray;
import noisebook.denoising.Condition;
import noisebook.nn.Sequential;

/** A multilayer perceptron that judges the steps of points of the plane. */
final class PointStepDiscriminator extends StepDiscriminator {
    private final int steps;
    private final Sequential layers;

    /** Declares the network, for a chain of so many steps. */
    PointStepDiscriminator(int steps) {
        this.steps = steps;
        layers = child("layers", PointStepGenerator.perceptron(2 + 2 + steps, 1));
    }

    @Override
    public NDArray logits(NDArray before, NDArray xt, NDArray t, Condition about) {
        about.requireNone();
        return layers.forward(before.concat(xt, 1).concat(PointStepGenerator.oneHot(t, steps), 1));
    }
}
