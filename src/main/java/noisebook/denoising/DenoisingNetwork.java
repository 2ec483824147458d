package noisebook.denoising;

import ai.djl.ndarray.types.Shape;
import noisebook.math.Prediction;
import noisebook.nn.Network;

/** A network that is a denoiser. */
public abstract class DenoisingNetwork extends Network implements Denoiser {
    private final ForwardProcess process;
    private final Prediction predicts;
    private final Shape sampleShape;

    /**
     * Declares the network.
     *
     * @param sampleShape of one sample, such as (channels, height, width)
     */
    protected DenoisingNetwork(ForwardProcess process, Prediction predicts, long... sampleShape) {
        this.process = process;
        this.predicts = predicts;
        this.sampleShape = new Shape(sampleShape);
    }

    @Override
    public final ForwardProcess process() {
        return process;
    }

    @Override
    public final Prediction predicts() {
        return predicts;
    }

    @Override
    public final Shape sampleShape() {
        return sampleShape;
    }
}
