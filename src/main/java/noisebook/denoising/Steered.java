package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;
import noisebook.math.Prediction;
import noisebook.math.Require;
import noisebook.tensor.Gradients;

/**
 * Guidance by a second network (Dhariwal and Nichol 2021): a model that draws what it likes is pushed to where a classifier sees the class that is asked for,
 * {@code ε' = ε − w b(t) ∇ log p(y | ·)}, by the gradient at x_t. A classifier that has only seen clean pictures has no opinion of noise; asked about the model's guess of
 * x_0, it has (Bansal et al. 2023).
 *
 * @param model draws without conditions
 * @param logits of the classes, (N, K), from samples on the model's scale
 * @param weight w, at least 0; at 0 the model itself
 * @param at what the classifier is shown
 */
public record Steered(Denoiser model, UnaryOperator<NDArray> logits, double weight, At at) implements DenoiserWrapper {
    /** What the classifier is shown. */
    public enum At {
        /** The model's guess of x_0; the gradient is taken through the model. */
        GUESS,
        /** The noisy x_t itself. */
        STATE
    }

    /** Checks the weight. */
    public Steered {
        Require.that(weight >= 0 && Double.isFinite(weight), "the weight of the classifier must be at least 0", weight);
    }

    @Override
    public NDArray predict(NDArray xt, NDArray t, Condition about) {
        NDArray predicted = model.predict(xt, t);
        if (weight == 0) {
            return predicted;
        }
        return predicted.add(slope(xt, t, about).mul(process().each(t, xt, this::perSlope)));
    }

    /** {@code ∇ log p(y | ·)} by x_t; 0 for a sample that is asked for nothing. */
    private NDArray slope(NDArray xt, NDArray t, Condition about) {
        return Gradients.of(
                x -> {
                    NDArray all = logits.apply(at == At.STATE ? x : model.guess(Prediction.X0, x, t, Condition.none()));
                    int classes = (int) all.getShape().get(1);
                    NDArray asked = about.oneHot(x.getManager(), (int) x.size(0), classes)
                            .get(":, :" + classes);
                    return all.logSoftmax(1).mul(asked);
                },
                xt);
    }

    /** A slope g moves ε by {@code −w b g}; where x_t is all noise, a velocity says nothing of ε and is left alone. */
    private double perSlope(double t) {
        double ofPrediction =
                predicts().to(Prediction.EPSILON, process().path(), t).ofPrediction();
        return ofPrediction == 0 ? 0 : -weight * process().path().noise(t) / ofPrediction;
    }
}
