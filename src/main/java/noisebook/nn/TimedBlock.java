package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A residual block without normalisation: (N, in, H, W) and an embedding of the time (N, embedding) to (N, out, H, W). The time scales
 * and shifts the features between its two 3×3 convolutions (Perez et al. 2018); the second starts at zero, so that the block starts as
 * its skip.
 */
final class TimedBlock extends Network implements EmbeddedLayer {
    private final Conv2d conv1;
    private final Linear time;
    private final Conv2d conv2;
    private final @Nullable Conv2d skip;

    TimedBlock(int in, int out, int embedding) {
        conv1 = child("conv1", Conv2d.same3x3(in, out));
        time = child("time", new Linear(embedding, 2 * out, Init.normal(.02f)));
        conv2 = child("conv2", new Conv2d(out, out, 3, 1, 1, Init.constant(0)));
        skip = in == out ? null : child("skip", new Conv2d(in, out, 1, 1, 0));
    }

    @Override
    public NDArray forward(NDArray x, NDArray embedding) {
        return Scope.tidy(() -> changed(x, embedding));
    }

    private NDArray changed(NDArray x, NDArray embedding) {
        NDArray h = conv1.forward(Ops.relu(x));
        h = Ops.modulate(h, time.forward(embedding));
        h = conv2.forward(Ops.relu(h));
        return h.add(skip == null ? x : skip.forward(x));
    }
}
