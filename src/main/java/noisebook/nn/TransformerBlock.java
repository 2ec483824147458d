package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.tensor.Ops;
import noisebook.tensor.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Attention, then two layers on each token alone, both after a normalisation and around which the input is carried unchanged (Vaswani et al. 2017;
 * the order is that of Xiong et al. 2020): (N, L, D) to the same shape. Where there is a context, attention to it comes in between.
 */
public final class TransformerBlock extends Network {
    private static final int WIDER = 4;

    private final LayerNorm norm1;
    private final MultiHeadAttention attention;
    private final @Nullable LayerNorm crossNorm;
    private final @Nullable MultiHeadAttention cross;
    private final LayerNorm norm2;
    private final Sequential mlp;

    /**
     * Declares the block.
     *
     * @param width D, a multiple of {@code heads}
     * @param context size of a token of the context, 0 for none
     */
    public TransformerBlock(int width, int heads, int context) {
        norm1 = child("norm1", new LayerNorm(width));
        attention = child("attention", new MultiHeadAttention(width, width, heads));
        crossNorm = context == 0 ? null : child("crossNorm", new LayerNorm(width));
        cross = context == 0 ? null : child("cross", new MultiHeadAttention(width, context, heads));
        norm2 = child("norm2", new LayerNorm(width));
        mlp = child(
                "mlp", Sequential.of(new Linear(width, WIDER * width), Ops::silu, new Linear(WIDER * width, width)));
    }

    /**
     * Applies the block.
     *
     * @param x (N, L, D)
     * @param mask (N, L), 1 where a token is and 0 where the row is filled up, or null
     * @param context what else is looked at, or null
     * @throws IllegalArgumentException when a context is given to a block without one, or none to a block with one
     */
    public NDArray forward(NDArray x, @Nullable NDArray mask, @Nullable Context context) {
        if ((cross == null) != (context == null)) {
            throw new IllegalArgumentException("the block has " + (cross == null ? "no" : "a") + " context, so "
                    + (cross == null ? "none" : "one") + " must be given");
        }
        return Scope.tidy(() -> {
            NDArray normed = norm1.forward(x);
            NDArray h = x.add(attention.forward(normed, new Context(normed, mask)));
            if (cross != null && crossNorm != null && context != null) {
                h = h.add(cross.forward(crossNorm.forward(h), context));
            }
            return h.add(mlp.forward(norm2.forward(h)));
        });
    }
}
