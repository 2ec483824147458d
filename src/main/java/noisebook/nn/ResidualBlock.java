package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Two 3×3 convolutions around which the input is carried unchanged, told the time in between (Ho et al. 2020, appendix B):
 * (N, in, H, W) and an embedding (N, embedding) to (N, out, H, W).
 */
public final class ResidualBlock extends Network implements EmbeddedLayer {
    private final GroupNorm norm1;
    private final Conv2d conv1;
    private final Linear time;
    private final GroupNorm norm2;
    private final Conv2d conv2;
    private final @Nullable Conv2d skip;

    /** Declares the block; channels are multiples of 8. */
    public ResidualBlock(int in, int out, int embedding) {
        norm1 = child("norm1", new GroupNorm(8, in));
        conv1 = child("conv1", Conv2d.same3x3(in, out));
        time = child("time", new Linear(embedding, out));
        norm2 = child("norm2", new GroupNorm(8, out));
        conv2 = child("conv2", Conv2d.same3x3(out, out));
        skip = in == out ? null : child("skip", new Conv2d(in, out, 1, 1, 0));
    }

    /** Applies the block to features x at the times embedded in {@code embedding}. */
    @Override
    public NDArray forward(NDArray x, NDArray embedding) {
        return Scope.tidy(() -> changed(x, embedding));
    }

    private NDArray changed(NDArray x, NDArray embedding) {
        NDArray h = conv1.forward(Ops.silu(norm1.forward(x)));
        h = Ops.shift(h, time.forward(embedding));
        h = conv2.forward(Ops.silu(norm2.forward(h)));
        return h.add(skip == null ? x : skip.forward(x));
    }
}
