package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import noisebook.math.Require;
import noisebook.tensor.Ops;

/**
 * Classifier-free guidance: {@code p_c + w (p_c − p)}, where p_c is the prediction for what is asked for and p that for nothing in particular (Ho
 * and Salimans 2022, eq. 6): away from what the model would draw anyhow, more typical and less varied. It costs a second pass.
 *
 * @param model trained with conditions, some of them hidden: {@link DroppedConditions}
 * @param weight w, at least −1; at 0 the conditional model, at −1 the unconditional one
 */
public record Guided(Denoiser model, double weight) implements DenoiserWrapper {
    /** Checks the weight. */
    public Guided {
        Require.that(weight >= -1 && Double.isFinite(weight), "the weight of guidance must be at least -1", weight);
    }

    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        if (weight == -1) {
            return model.predict(xt, t);
        }
        NDArray asked = model.predict(xt, t, about);
        return weight == 0 ? asked : asked.add(Ops.scale(asked.sub(model.predict(xt, t)), weight));
    }
}
