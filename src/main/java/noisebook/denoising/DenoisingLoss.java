package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.function.Function;
import noisebook.math.Prediction;
import noisebook.tensor.Tensors;
import noisebook.train.Loss;
import noisebook.train.Objective;

/**
 * What a denoiser is trained with: the mean squared error of its prediction at {@code x_t = a(t) x_0 + b(t) ε}.
 *
 * <ul>
 *   <li>In ε along DDPM's path it is the DDPM loss, {@code L = mean (ε − ε_θ(√ᾱ_t x_0 + √(1 − ᾱ_t) ε, t))²} (Ho et al. 2020, eq. 14 and
 *       algorithm 1). A model that always answers 0 has loss 1.
 *   <li>In the velocity along a straight path it is the flow-matching loss, {@code L = mean (v_θ(x_t, t) − (ε − x_0))²} (Lipman et al. 2023,
 *       eq. 23; Liu et al. 2023, eq. 1). It stays above 0: many lines cross in one point, and a model can only answer their mean.
 * </ul>
 *
 * <p>A model may predict one thing and be judged in another: an error of ε, divided by √ᾱ_t, is one of the velocity (Salimans and Ho 2022,
 * section 4). The randomness, t uniform and ε standard normal, is an argument.
 */
public final class DenoisingLoss {
    private final Prediction in;

    private DenoisingLoss(Prediction in) {
        this.in = in;
    }

    /** The mean squared error of ε, x_0 or the velocity, whatever the model predicts. */
    public static DenoisingLoss in(Prediction judged) {
        return new DenoisingLoss(judged);
    }

    /**
     * The loss of one batch.
     *
     * @param x0 clean samples (N, …); images have pixels in [−1, 1]
     * @param t (N), float32
     * @param epsilon standard normal, the shape of {@code x0}
     * @param about what each sample shows
     * @return a scalar
     */
    public NDArray of(Denoiser model, NDArray x0, NDArray t, NDArray epsilon, Condition about) {
        ForwardProcess process = model.process();
        NDArray xt = process.diffuse(x0, t, epsilon);
        Prediction predicts = model.predicts();
        NDArray error = model.predict(xt, t, about).sub(process.target(predicts, x0, t, epsilon));
        if (predicts != in) {
            error = error.div(process.each(
                    t, x0, time -> 1 / predicts.to(in, process.path(), time).ofPrediction()));
        }
        return error.square().mean();
    }

    /** The same of samples that show nothing in particular. */
    public NDArray of(Denoiser model, NDArray x0, NDArray t, NDArray epsilon) {
        return of(model, x0, t, epsilon, Condition.none());
    }

    /**
     * The objective of a training: draws a time and noise for every sample of a batch.
     *
     * @param x0 takes the clean samples from a batch
     * @param about says what they show
     */
    public Objective objective(Denoiser model, Function<NDList, NDArray> x0, Function<NDList, Condition> about) {
        return (batch, random) -> {
            NDArray clean = x0.apply(batch);
            NDArray t = model.process().drawTimes(random, (int) clean.size(0));
            return Loss.of(of(model, clean, t, random.randomNormal(clean.getShape()), about.apply(batch)));
        };
    }

    /** The same for pictures, pixels in [0, 1], that are asked for by nothing. */
    public Objective ofPictures(Denoiser model) {
        return objective(model, batch -> Tensors.signed(batch.head()), batch -> Condition.none());
    }
}
