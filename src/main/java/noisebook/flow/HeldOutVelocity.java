package noisebook.flow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.stream.IntStream;
import noisebook.data.ImageSet;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/** The {@link FlowLoss} on images that training has not seen, each asked for by its class. */
public final class HeldOutVelocity {
    private static final int BATCH = 250;

    private HeldOutVelocity() {}

    /**
     * The mean squared error of the velocity, with t spread evenly over (0, 1), so that fewer images suffice.
     *
     * @param images pixels in [0, 1]
     * @param seed of the noise
     */
    public static double mse(Velocity model, ImageSet images, long seed) {
        double sum = 0;
        for (int from = 0; from < images.size(); from += BATCH) {
            int first = from;
            int count = Math.min(BATCH, images.size() - from);
            Compute.seed(seed, first);
            sum += count * (double) Scope.floats(manager -> batch(model, images, manager, first, count))[0];
        }
        return sum / images.size();
    }

    private static NDArray batch(Velocity model, ImageSet images, NDManager manager, int first, int count) {
        int[] chosen = IntStream.range(first, first + count).toArray();
        float[] t = new float[count];
        long[] labels = new long[count];
        for (int i = 0; i < count; i++) {
            t[i] = (i + .5f) / count;
            labels[i] = images.label(first + i);
        }
        NDArray data =
                Tensors.signed(Tensors.images(manager, images.select(chosen).images()));
        NDArray noise = manager.randomNormal(data.getShape());
        return FlowLoss.of(model, data, manager.create(t), noise, manager.create(labels));
    }
}
