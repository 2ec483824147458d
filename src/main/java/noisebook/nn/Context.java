package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * What attention looks at: the embedded words of a caption, for instance.
 *
 * @param tokens (N, S, C), float32
 * @param mask (N, S), float32: 1 where a token is, 0 where the row is only filled up; null where all are tokens. A row needs at least one 1.
 */
public record Context(NDArray tokens, @Nullable NDArray mask) {
    /** Checks that the mask fits the tokens. */
    public Context {
        Tensors.requireShape("tokens", tokens, -1, -1, -1);
        if (mask != null) {
            Tensors.requireShape(
                    "mask", mask, tokens.getShape().get(0), tokens.getShape().get(1));
        }
    }

    /** A context without filling, (N, S, C). */
    public static Context of(NDArray tokens) {
        return new Context(tokens, null);
    }
}
