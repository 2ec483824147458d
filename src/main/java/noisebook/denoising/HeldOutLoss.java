package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import noisebook.data.ImageSet;
import noisebook.math.Prediction;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/** The {@link DenoisingLoss} on images that training has not seen, with noise that the seed decides. */
public final class HeldOutLoss {
    private static final int BATCH = 250;

    private final DenoisingLoss loss;
    private final ImageSet images;
    private final boolean asked;
    private final long seed;

    private HeldOutLoss(DenoisingLoss loss, ImageSet images, boolean asked, long seed) {
        this.loss = loss;
        this.images = images;
        this.asked = asked;
        this.seed = seed;
    }

    /** The ε-MSE on all of {@code images}, whose pixels are in [0, 1]. */
    public static HeldOutLoss of(ImageSet images, long seed) {
        return new HeldOutLoss(DenoisingLoss.in(Prediction.EPSILON), images, false, seed);
    }

    /** The same in another prediction. */
    public HeldOutLoss in(Prediction judged) {
        return new HeldOutLoss(DenoisingLoss.in(judged), images, asked, seed);
    }

    /** The same, each image asked for by its class. */
    public HeldOutLoss byClass() {
        return new HeldOutLoss(loss, images, true, seed);
    }

    /** Averaged over t as in training, but with t spread evenly, so that fewer images suffice. */
    public double average(Denoiser model) {
        double[] t = new double[images.size()];
        Arrays.setAll(t, i -> model.process().path().quantile((i + .5) / t.length));
        return over(model, t);
    }

    /** At one time. */
    public double at(Denoiser model, double t) {
        double[] same = new double[images.size()];
        Arrays.fill(same, t);
        return over(model, same);
    }

    private double over(Denoiser model, double[] t) {
        double sum = 0;
        for (int from = 0; from < t.length; from += BATCH) {
            int to = Math.min(from + BATCH, t.length);
            float[] times = new float[to - from];
            for (int i = from; i < to; i++) {
                times[i - from] = (float) t[i];
            }
            ImageSet some = images.range(from, to);
            Compute.seed(seed, from);
            sum += times.length * (double) Scope.floats(manager -> batch(model, manager, some, times))[0];
        }
        return sum / t.length;
    }

    private NDArray batch(Denoiser model, NDManager manager, ImageSet some, float[] times) {
        NDArray x0 = Tensors.signed(Tensors.images(manager, some.images()));
        NDArray epsilon = manager.randomNormal(x0.getShape());
        Condition about = asked ? Condition.classes(some.labels()) : Condition.none();
        return loss.of(model, x0, manager.create(times), epsilon, about);
    }
}
