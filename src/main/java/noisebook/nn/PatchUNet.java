package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.tensor.Autocast;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/**
 * A U-Net for 28×28 images that works on 2×2 patches: width C at 14×14, 2C at 7×7, no normalisation, no attention. It learns less a step
 * than {@link UNet} and far more a second, which is what counts on a processor.
 */
public final class PatchUNet extends Network {
    private static final int FREQUENCIES = 64;
    /** Size of the embedding that every block is told. */
    public static final int EMBEDDING = 128;

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
    private final boolean roundedFeatures;

    /**
     * Declares the network.
     *
     * @param width C
     * @param roundedFeatures whether what goes from one convolution to the next stays in bfloat16, where they are: faster, and exact enough
     *     for a velocity; a noise that is to be told to three digits needs float32 in between
     */
    public PatchUNet(int width, boolean roundedFeatures) {
        this.roundedFeatures = roundedFeatures;
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

    /**
     * Applies the network.
     *
     * @param x (N, 1, 28, 28)
     * @param t (N), float32 timesteps, from 0 to about 1000
     * @return (N, 1, 28, 28)
     */
    public NDArray forward(NDArray x, NDArray t) {
        return layers(x, time(x, t));
    }

    /**
     * Applies the network where more is known than the time.
     *
     * @param about (N, {@link #EMBEDDING}), added to the embedding of the time: that of a class, for instance
     */
    public NDArray forward(NDArray x, NDArray t, NDArray about) {
        return layers(x, time(x, t).add(about));
    }

    private NDArray time(NDArray x, NDArray t) {
        Tensors.requireShape("xt", x, -1, 1, 28, 28);
        Tensors.requireShape("t", t, x.getShape().get(0));
        return time2.forward(Ops.silu(time1.forward(sinusoid.forward(t)))); // (N, 128)
    }

    private NDArray layers(NDArray x, NDArray known) {
        NDArray embedding = Ops.silu(known);
        try (Autocast fast = Autocast.bfloat16()) {
            NDArray image = roundedFeatures && Autocast.active() ? Ops.bfloat16(x) : x;
            NDArray at14 = down.forward(patches.forward(image), embedding); // (N, C, 14, 14)
            NDArray h = shrink.forward(at14); // (N, 2C, 7, 7)
            h = middle2.forward(middle1.forward(h, embedding), embedding);
            h = Ops.upsample2x(narrow.forward(h)); // (N, C, 14, 14)
            h = up.forward(h.concat(at14, 1), embedding);
            return Ops.float32(Ops.pixelShuffle2x(out.forward(Ops.relu(h))));
        }
    }
}
