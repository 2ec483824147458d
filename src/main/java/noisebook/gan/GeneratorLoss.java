package noisebook.gan;

import ai.djl.ndarray.NDArray;

/** Which of its two losses a generator follows. */
public enum GeneratorLoss {
    /** {@code E log(1 − D(G(z)))}, see {@link GanLoss#saturating}. */
    SATURATING {
        @Override
        public NDArray of(NDArray fakeLogits) {
            return GanLoss.saturating(fakeLogits);
        }
    },
    /** {@code −E log D(G(z))}, see {@link GanLoss#nonSaturating}. */
    NON_SATURATING {
        @Override
        public NDArray of(NDArray fakeLogits) {
            return GanLoss.nonSaturating(fakeLogits);
        }
    };

    /**
     * The loss of a batch of fakes.
     *
     * @param fakeLogits what the discriminator says of them, any shape
     * @return a scalar
     */
    public abstract NDArray of(NDArray fakeLogits);
}
