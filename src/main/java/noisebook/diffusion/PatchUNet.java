package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import noisebook.nn.Conv2d;
import noisebook.nn.Init;
import noisebook.nn.Linear;
import noisebook.nn.Module;
import noisebook.nn.SinusoidalEmbedding;
import noisebook.tensor.Autocast;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/**
 * A U-Net for 28×28 images that works on 2×2 patches: width C at 14×14, 2C at 7×7, no normalisation, no attention. It learns less a step
 * than {@link noisebook.nn.UNet} and far more a second, which is what counts on a processor.
 */
final class PatchUNet extends Module {
    private static final int FREQUENCIES = 64;
    private static final int EMBEDDING = 128;

    private final SinusoidalEmbedding sinusoid = new SinusoidalEmbedding(FREQUENCIES);
    private final Linear time1 = child("time1", new Linear(FREQUENCIES, EMBEDDING));
    private final Linear time2 = child("time2", new Linear(EMBEDDING, EMBEDDING));
    private final Conv2d patches;
    private final TimedBlock down;
    private final Conv2d shrink;
    private final TimedBlock middle1;
    private final TimedBlock middle2;
    private final Conv2d narrow;
    private final TimedBlock up;
    private final Conv2d out;

    /** Declares the network of width C. */
    PatchUNet(int width) {
        int c = width;
        patches = child("patches", new Conv2d(1, c, 6, 2, 2));
        down = child("down", new TimedBlock(c, c, EMBEDDING));
        shrink = child("shrink", new Conv2d(c, 2 * c, 3, 2, 1));
        middle1 = child("middle1", new TimedBlock(2 * c, 2 * c, EMBEDDING));
        middle2 = child("middle2", new TimedBlock(2 * c, 2 * c, EMBEDDING));
        narrow = child("narrow", new Conv2d(2 * c, c, 1, 1, 0));
        up = child("up", new TimedBlock(2 * c, c, EMBEDDING));
        out = child("out", new Conv2d(c, 4, 3, 1, 1, Init.constant(0)));
    }

    /** From x (N, 1, 28, 28) and t (N), float32 timesteps, to (N, 1, 28, 28). */
    NDArray forward(NDArray x, NDArray t) {
        Tensors.requireShape("xt", x, -1, 1, 28, 28);
        Tensors.requireShape("t", t, x.getShape().get(0));
        try (Autocast fast = Autocast.bfloat16()) {
            return layers(x, t);
        }
    }

    private NDArray layers(NDArray x, NDArray t) {
        NDArray embedding = Ops.silu(time2.forward(Ops.silu(time1.forward(sinusoid.forward(t))))); // (N, 128)

        NDArray at14 = down.forward(patches.forward(x), embedding); // (N, C, 14, 14)
        NDArray h = shrink.forward(at14); // (N, 2C, 7, 7)
        h = middle2.forward(middle1.forward(h, embedding), embedding);
        h = Ops.upsample2x(narrow.forward(h)); // (N, C, 14, 14)
        h = up.forward(h.concat(at14, 1), embedding);
        return Ops.pixelShuffle2x(out.forward(Ops.relu(h)));
    }
}
