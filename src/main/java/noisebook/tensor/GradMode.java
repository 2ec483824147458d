package noisebook.tensor;

/**
 * Whether operations are recorded for the gradient, on this thread, until closed.
 *
 * <pre>{@code
 * try (GradMode off = GradMode.off()) {
 *     NDArray image = decoder.forward(z);
 * }
 * }</pre>
 */
public final class GradMode implements AutoCloseable {
    private final boolean before;

    private GradMode(boolean on) {
        Compute.device(); // the engine sets its own default when it starts
        before = Torch.gradMode();
        Torch.gradMode(on);
    }

    /** Records operations: inside, what is computed has {@link Gradients}. */
    public static GradMode on() {
        return new GradMode(true);
    }

    /** Records nothing: sampling and evaluation. */
    public static GradMode off() {
        return new GradMode(false);
    }

    @Override
    public void close() {
        Torch.gradMode(before);
    }
}
