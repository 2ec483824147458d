package noisebook.denoising;

import ai.djl.ndarray.NDArray;

/** A model that counts how often it is asked: the price of a walk, whatever the clock says. */
public final class CountingDenoiser implements DenoiserWrapper {
    private final Denoiser model;
    private int passes;

    private CountingDenoiser(Denoiser model) {
        this.model = model;
    }

    /** Counts the passes of {@code model} from 0. */
    public static CountingDenoiser of(Denoiser model) {
        return new CountingDenoiser(model);
    }

    /** Passes so far. */
    public int passes() {
        return passes;
    }

    @Override
    public Denoiser model() {
        return model;
    }

    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        passes++;
        return model.predict(xt, t, about);
    }
}
