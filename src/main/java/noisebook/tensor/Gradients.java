package noisebook.tensor;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/** Reverse-mode differentiation of scalars. */
public final class Gradients {
    private Gradients() {}

    /** Adds {@code d loss / d leaf} to the gradient of every leaf that {@code loss}, a scalar, depends on. Needs {@link GradMode#on()}. */
    public static void backward(NDArray loss) {
        Torch.backward(loss, loss.onesLike(), false);
    }

    /**
     * The gradient of {@code sum f(x)} with respect to {@code x}: one row a sample when {@code f} treats samples independently.
     *
     * @param f the function, differentiated by recording it
     * @param x any shape; it is copied, not changed
     * @return the same shape as {@code x}
     */
    public static NDArray of(UnaryOperator<NDArray> f, NDArray x) {
        try (GradMode on = GradMode.on()) {
            NDArray leaf = x.stopGradient().duplicate();
            leaf.setRequiresGradient(true);
            backward(f.apply(leaf).sum());
            return at(leaf).duplicate();
        }
    }

    /**
     * The gradient that {@link #backward} left in a leaf. The tensor is the engine's own: later steps change it in place.
     *
     * @throws IllegalStateException when nothing was propagated to this leaf
     */
    public static NDArray at(NDArray leaf) {
        NDArray gradient = Torch.gradient(leaf);
        if (gradient == null) {
            throw new IllegalStateException("no gradient has reached this " + leaf.getShape()
                    + " tensor: the loss does not depend on it, or it was frozen");
        }
        return gradient;
    }
}
