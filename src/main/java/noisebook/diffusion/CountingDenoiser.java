package noisebook.diffusion;

import ai.djl.ndarray.NDArray;

/** A denoiser that counts how often it is asked: the price of a walk, whatever the clock says. */
public final class CountingDenoiser implements Denoiser {
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
    public NDArray predictEpsilon(NDArray xt, NDArray t) {
        passes++;
        return model.predictEpsilon(xt, t);
    }
}
