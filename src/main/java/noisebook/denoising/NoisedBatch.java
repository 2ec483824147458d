package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.data.PixelRange;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/**
 * A batch as training sees it: every image at a random time of its own.
 *
 * @param t (N), uniform in 1..T
 * @param xt what the network is shown
 * @param epsilon what it must answer, flat
 */
@SuppressWarnings("ArrayRecordComponent") // shown, never compared
public record NoisedBatch(int[] t, Images xt, float[] epsilon) {
    /** All images of a set, pixels in [0, 1], with times and noise from the seed. */
    public static NoisedBatch of(ForwardProcess process, ImageSet images, long seed) {
        Compute.seed(seed, 0);
        try (Scope scope = Scope.open()) {
            NDManager manager = scope.manager();
            Images clean = images.images().in(PixelRange.SIGNED);
            NDArray x0 = Tensors.images(manager, clean);
            NDArray t = process.drawTimes(manager, images.size());
            NDArray epsilon = manager.randomNormal(x0.getShape());
            float[] times = t.toFloatArray();
            int[] whole = new int[times.length];
            for (int i = 0; i < times.length; i++) {
                whole[i] = (int) times[i];
            }
            Images xt = clean.like(process.diffuse(x0, t, epsilon).toFloatArray());
            return new NoisedBatch(whole, xt, epsilon.toFloatArray());
        }
    }
}
