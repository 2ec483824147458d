package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import noisebook.math.Require;

/**
 * Hides what is asked for from a share of the samples, another one at each pass: so trained, one model learns to draw with a condition and
 * without (Ho and Salimans 2022, algorithm 1), and can be {@link Guided}.
 *
 * @param model in training
 * @param share in [0, 1]; a tenth is usual
 */
public record DroppedConditions(Denoiser model, double share) implements DenoiserWrapper {
    /** Checks the share. */
    public DroppedConditions {
        Require.that(share >= 0 && share <= 1, "the share of hidden conditions must be in [0, 1]", share);
    }

    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        float[] lots = xt.getManager()
                .randomUniform(0, 1, new Shape(xt.getShape().get(0)))
                .toFloatArray();
        boolean[] hidden = new boolean[lots.length];
        for (int i = 0; i < lots.length; i++) {
            hidden[i] = lots[i] < share;
        }
        return model.predict(xt, t, about.hiding(hidden));
    }
}
