package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import noisebook.math.GaussianPath;
import noisebook.math.Prediction;
import noisebook.math.Require;
import noisebook.train.Loss;
import noisebook.train.Objective;

/**
 * The recipe that asks for the state one step earlier: {@code L = mean (μ_θ(x_t, t) − x_{t−1})²} with x_{t−1} and x_t of one chain and μ_θ the mean of
 * the step that the model's guess implies (Ho et al. 2020, section 3.2, before its simplification).
 *
 * <p>Its best answer is that of the loss in ε. But x_{t−1} cannot be known from x_t, so that most of this loss is noise that no model can lower: the
 * variance β̃ of the step and what x_0 leaves open.
 */
public final class StepBackLoss {
    private StepBackLoss() {}

    /**
     * The loss of one batch.
     *
     * @param x0 clean samples (N, …)
     * @param t (N), float32, in 1..T of a path of whole steps
     * @param random noise for x_{t−1}, and for the step from there
     * @return a scalar
     */
    public static NDArray of(Denoiser model, NDArray x0, NDArray t, NDManager random) {
        ForwardProcess process = model.process();
        GaussianPath path = process.path();
        Require.that(path.whole(), "the path must have whole steps", path);
        NDArray before = process.diffuse(x0, t.sub(1), random.randomNormal(x0.getShape()));
        NDArray xt = process.stepOn(before, t, random.randomNormal(x0.getShape()));
        NDArray clean = model.guess(Prediction.X0, xt, t, Condition.none());
        NDArray mean = process.stepBack(clean, xt, t, x0.zerosLike());
        return mean.sub(before).square().mean();
    }

    /** The objective of a training on points or other samples that are used as they are. */
    public static Objective objective(Denoiser model) {
        return (batch, random) -> {
            NDArray x0 = batch.head();
            return Loss.of(of(model, x0, model.process().drawTimes(random, (int) x0.size(0)), random));
        };
    }
}
