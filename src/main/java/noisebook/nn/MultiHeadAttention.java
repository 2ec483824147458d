package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.math.Require;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/**
 * Attention with several heads (Vaswani et al. 2017, section 3.2.2): each head h sees {@code softmax(q_h k_hᵀ / √(D/heads)) v_h}, the queries from
 * (N, L, D), keys and values from a {@link Context} (N, S, C), and a last layer mixes the heads: (N, L, D).
 */
public final class MultiHeadAttention extends Network implements Layer {
    private static final float NEVER = 1e9f; // taken from a logit; exp(−1e9) is 0 in float32

    private final int width;
    private final int heads;
    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final Linear out;

    /**
     * Declares the layer.
     *
     * @param width D
     * @param context C, equal to D where the layer looks at its own input
     * @throws IllegalArgumentException when {@code heads} does not divide {@code width}
     */
    public MultiHeadAttention(int width, int context, int heads) {
        Require.positive("width", width);
        Require.positive("heads", heads);
        if (width % heads != 0) {
            throw new IllegalArgumentException(
                    "a width of " + width + " cannot be split into " + heads + " equal heads");
        }
        this.width = width;
        this.heads = heads;
        query = child("query", new Linear(width, width));
        key = child("key", new Linear(context, width));
        value = child("value", new Linear(context, width));
        out = child("out", new Linear(width, width));
    }

    /** Looks at itself: (N, L, D) to the same shape. */
    @Override
    public NDArray forward(NDArray x) {
        return forward(x, Context.of(x));
    }

    /** Looks at a context: (N, L, D) to the same shape. */
    public NDArray forward(NDArray x, Context context) {
        Tensors.requireShape("x", x, context.tokens().getShape().get(0), -1, width);
        return Scope.tidy(() -> out.forward(joined(seen(x, context), x)));
    }

    private NDArray seen(NDArray x, Context context) {
        NDArray q = split(query.forward(x));
        NDArray k = split(key.forward(context.tokens()));
        NDArray v = split(value.forward(context.tokens()));
        NDArray mask = context.mask();
        if (mask == null) {
            return Ops.attention(q, k, v);
        }
        NDArray logits = Ops.scale(q, Math.sqrt((double) heads / width)).batchMatMul(k.transpose(0, 2, 1));
        NDArray hidden = Ops.scale(mask.sub(1), NEVER).repeat(0, heads).expandDims(1); // (N·heads, 1, S)
        return logits.add(hidden).softmax(2).batchMatMul(v);
    }

    private NDArray split(NDArray y) {
        long n = y.getShape().get(0);
        long length = y.getShape().get(1);
        return y.reshape(n, length, heads, -1).transpose(0, 2, 1, 3).reshape(n * heads, length, -1);
    }

    private NDArray joined(NDArray y, NDArray like) {
        return y.reshape(like.getShape().get(0), heads, -1, width / heads)
                .transpose(0, 2, 1, 3)
                .reshape(like.getShape());
    }
}
