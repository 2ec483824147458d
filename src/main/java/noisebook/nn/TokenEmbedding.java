package noisebook.nn;

import ai.djl.ndarray.NDArray;
import noisebook.math.Require;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;

/**
 * A vector for each word of a vocabulary: (N, L) int64 in [0, words) to (N, L, width). It goes through N·L rows of {@code words} zeros and a one,
 * which is cheap for some hundred words.
 */
public final class TokenEmbedding extends Network implements Layer {
    private final int words;
    private final Parameter weight;

    /** Declares the layer; vectors start normal with standard deviation 0.02 (Radford et al. 2018). */
    public TokenEmbedding(int words, int width) {
        this.words = words;
        Require.positive("words", words);
        Require.positive("width", width);
        weight = parameter("weight", Init.normal(.02f), words, width);
    }

    @Override
    public NDArray forward(NDArray tokens) {
        Tensors.requireShape("tokens", tokens, -1, -1);
        return Scope.tidy(() -> Tensors.oneHot(tokens, words).matMul(weight.value()));
    }
}
