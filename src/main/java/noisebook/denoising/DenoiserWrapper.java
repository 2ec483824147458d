package noisebook.denoising;

import ai.djl.ndarray.types.Shape;
import noisebook.math.Prediction;

/** A model around a model: it answers otherwise, of the same process and the same samples. */
public interface DenoiserWrapper extends Denoiser {
    /** The model inside. */
    Denoiser model();

    @Override
    default ForwardProcess process() {
        return model().process();
    }

    @Override
    default Prediction predicts() {
        return model().predicts();
    }

    @Override
    default Shape sampleShape() {
        return model().sampleShape();
    }
}
