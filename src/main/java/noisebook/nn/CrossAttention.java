package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;

/**
 * Every pixel looks at a {@link Context} (N, S, C), with a residual connection (Rombach et al. 2022, section 3.3): (N, channels, H, W) to the same
 * shape and type.
 */
final class CrossAttention extends Network {
    private static final int HEAD = 32; // channels of a head, where they divide

    private final GroupNorm norm;
    private final MultiHeadAttention attention;

    /** Declares the layer; channels are a multiple of 8. */
    CrossAttention(int channels, int context) {
        norm = child("norm", new GroupNorm(8, channels));
        attention = child(
                "attention", new MultiHeadAttention(channels, context, channels % HEAD == 0 ? channels / HEAD : 1));
    }

    NDArray forward(NDArray x, Context context) {
        return Scope.tidy(() -> {
            long n = x.getShape().get(0);
            NDArray pixels = Ops.float32(norm.forward(x))
                    .reshape(n, x.getShape().get(1), -1)
                    .transpose(0, 2, 1); // (N, HW, channels)
            NDArray seen = attention.forward(pixels, context).transpose(0, 2, 1);
            return Ops.shift(x.reshape(n, -1, 1, 1), seen.reshape(n, -1)).reshape(x.getShape()); // of x's type
        });
    }
}
