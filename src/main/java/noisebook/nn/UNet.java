package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.tensor.Autocast;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;

/**
 * A U-Net (Ronneberger et al. 2015) that is told the time, as in DDPM (Ho et al. 2020, appendix B), for 28×28 images:
 * features of width C, 2C, 4C at 28, 14 and 7 pixels, attention at 7×7, skips at 28 and 14.
 * What goes from layer to layer is rounded to bfloat16 where the processor can ({@link Autocast}).
 */
public final class UNet extends Network {
    private static final int FREQUENCIES = 64;
    private static final int EMBEDDING = 128;

    private final SinusoidalEmbedding sinusoid = new SinusoidalEmbedding(FREQUENCIES);
    private final Linear time1 = child("time1", new Linear(FREQUENCIES, EMBEDDING));
    private final Linear time2 = child("time2", new Linear(EMBEDDING, EMBEDDING));
    private final Conv2d in;
    private final ResidualBlock down28;
    private final Conv2d shrink14;
    private final ResidualBlock down14;
    private final Conv2d shrink7;
    private final ResidualBlock middle1;
    private final SelfAttention attention;
    private final ResidualBlock middle2;
    private final Sequential grow14;
    private final ResidualBlock up14;
    private final Sequential grow28;
    private final ResidualBlock up28;
    private final Sequential out;

    /**
     * Declares the network.
     *
     * @param width channels C at full resolution, a multiple of 8
     */
    public UNet(int width) {
        int c = width;
        in = child("in", Conv2d.same3x3(1, c));
        down28 = child("down28", new ResidualBlock(c, c, EMBEDDING));
        shrink14 = child("shrink14", new Conv2d(c, c, 3, 2, 1));
        down14 = child("down14", new ResidualBlock(c, 2 * c, EMBEDDING));
        shrink7 = child("shrink7", new Conv2d(2 * c, 2 * c, 3, 2, 1));
        middle1 = child("middle1", new ResidualBlock(2 * c, 4 * c, EMBEDDING));
        attention = child("attention", new SelfAttention(4 * c));
        middle2 = child("middle2", new ResidualBlock(4 * c, 4 * c, EMBEDDING));
        grow14 = child("grow14", Sequential.of(Ops::upsample2x, Conv2d.same3x3(4 * c, 2 * c)));
        up14 = child("up14", new ResidualBlock(4 * c, 2 * c, EMBEDDING));
        grow28 = child("grow28", Sequential.of(Ops::upsample2x, Conv2d.same3x3(2 * c, c)));
        up28 = child("up28", new ResidualBlock(2 * c, c, EMBEDDING));
        out = child("out", Sequential.of(new GroupNorm(8, c), Ops::silu, Conv2d.same3x3(c, 1)));
    }

    /**
     * Applies the network.
     *
     * @param xt (N, 1, 28, 28)
     * @param t (N), float32 timesteps
     * @return (N, 1, 28, 28)
     */
    public NDArray forward(NDArray xt, NDArray t) {
        Tensors.requireShape("xt", xt, -1, 1, 28, 28);
        Tensors.requireShape("t", t, xt.getShape().get(0));
        try (Autocast fast = Autocast.bfloat16Planes()) {
            return Ops.float32(layers(Autocast.active() ? Ops.bfloat16(xt) : xt, t));
        }
    }

    private NDArray layers(NDArray xt, NDArray t) {
        NDArray e = time2.forward(Ops.silu(time1.forward(sinusoid.forward(t))));
        NDArray embedding = Ops.silu(e); // (N, 128)

        NDArray at28 = down28.forward(in.forward(xt), embedding); // (N, C, 28, 28)
        NDArray at14 = down14.forward(shrink14.forward(at28), embedding); // (N, 2C, 14, 14)
        NDArray h = middle1.forward(shrink7.forward(at14), embedding); // (N, 4C, 7, 7)
        h = middle2.forward(attention.forward(h), embedding);

        h = grow14.forward(h); // (N, 2C, 14, 14)
        h = up14.forward(h.concat(at14, 1), embedding);
        h = grow28.forward(h); // (N, C, 28, 28)
        h = up28.forward(h.concat(at28, 1), embedding);
        return out.forward(h);
    }
}
