package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import noisebook.data.ImageSet;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/** The ε-MSE of {@link DdpmLoss} on images that training has not seen, with noise that the seed decides. */
public final class HeldOutLoss {
    private static final int BATCH = 250;

    private final ForwardProcess process;
    private final ImageSet images;
    private final long seed;

    private HeldOutLoss(ForwardProcess process, ImageSet images, long seed) {
        this.process = process;
        this.images = images;
        this.seed = seed;
    }

    /** On all of {@code images}, whose pixels are in [0, 1]. */
    public static HeldOutLoss of(ForwardProcess process, ImageSet images, long seed) {
        return new HeldOutLoss(process, images, seed);
    }

    /** Averaged over t as in training, but with t spread evenly over 1..T, so that fewer images suffice. */
    public double average(Denoiser model) {
        int[] t = new int[images.size()];
        Arrays.setAll(
                t, i -> 1 + (int) ((i + .5) / t.length * process.schedule().timesteps()));
        return over(model, t);
    }

    /** At one timestep. */
    public double at(Denoiser model, int t) {
        int[] same = new int[images.size()];
        Arrays.fill(same, t);
        return over(model, same);
    }

    private double over(Denoiser model, int[] t) {
        double sum = 0;
        for (int from = 0; from < t.length; from += BATCH) {
            int[] rows = Arrays.copyOfRange(t, from, Math.min(from + BATCH, t.length));
            int first = from;
            Compute.seed(seed, first);
            sum += rows.length * (double) Scope.floats(manager -> batch(model, manager, first, rows))[0];
        }
        return sum / t.length;
    }

    private NDArray batch(Denoiser model, NDManager manager, int first, int[] t) {
        int[] chosen = IntStream.range(first, first + t.length).toArray();
        NDArray x0 =
                Tensors.signed(Tensors.images(manager, images.select(chosen).images()));
        NDArray epsilon = manager.randomNormal(x0.getShape());
        NDArray times = manager.create(t, new Shape(t.length)).toType(DataType.FLOAT32, false);
        return DdpmLoss.of(process).loss(model, x0, times, epsilon);
    }
}
