package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import noisebook.data.ImageSet;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/**
 * A batch as training sees it: every image at a random time of its own.
 *
 * @param t (N), uniform in 1..T
 * @param xt (N, H, W) flat: what the network is shown
 * @param epsilon (N, H, W) flat: what it must answer
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record NoisedBatch(int[] t, float[] xt, float[] epsilon) {
    /** All images of a set, pixels in [0, 1], with times and noise from the seed. */
    public static NoisedBatch of(ForwardProcess process, ImageSet images, long seed) {
        Compute.seed(seed, 0);
        try (Scope scope = Scope.open()) {
            NDManager manager = scope.manager();
            NDArray x0 = Tensors.signed(Tensors.images(manager, images.images()));
            NDArray t = process.drawTimesteps(manager, images.size());
            NDArray epsilon = manager.randomNormal(x0.getShape());
            float[] times = t.toFloatArray();
            int[] whole = new int[times.length];
            for (int i = 0; i < times.length; i++) {
                whole[i] = (int) times[i];
            }
            return new NoisedBatch(whole, process.diffuse(x0, t, epsilon).toFloatArray(), epsilon.toFloatArray());
        }
    }
}
