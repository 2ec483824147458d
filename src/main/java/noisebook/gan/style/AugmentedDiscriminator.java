package noisebook.gan.style;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import noisebook.nn.Network;

/**
 * A discriminator that never sees a picture as it is: what is real and what is not, in its own training and in the generator's, goes through the same augmentation.
 */
public final class AugmentedDiscriminator extends Network {
    private final AdaptiveAugmentation augmentation;
    private final StyleDiscriminator judge;

    private AugmentedDiscriminator(AdaptiveAugmentation augmentation, StyleDiscriminator judge) {
        this.augmentation = child("augmentation", augmentation);
        this.judge = child("judge", judge);
    }

    /**
     * Declares a judge of 28×28 images.
     *
     * @param width C: there are C maps at 14×14, 2C at 7×7
     */
    public static AugmentedDiscriminator of(int width, AdaptiveAugmentation augmentation) {
        return new AugmentedDiscriminator(augmentation, new StyleDiscriminator(width, 3, false));
    }

    /**
     * Declares a judge that takes part in growing; see {@link StyleGan#fading}.
     *
     * @param sizes 1 for images of 7×7, with which growing begins, 2 for 14×14, 3 for 28×28
     */
    public static AugmentedDiscriminator growing(int width, int sizes, AdaptiveAugmentation augmentation) {
        return new AugmentedDiscriminator(augmentation, new StyleDiscriminator(width, sizes, sizes > 1));
    }

    /** Pictures as the judge gets to see them. */
    NDArray seen(NDArray images, NDManager random) {
        return augmentation.apply(images, random);
    }

    /**
     * Logits, (N, 1), of pictures that are {@link #seen}.
     *
     * @param fade α, see {@link StyleDiscriminator#logits}
     */
    NDArray judge(NDArray seen, double fade) {
        return judge.logits(seen, fade);
    }

    /** The augmentation. */
    public AdaptiveAugmentation augmentation() {
        return augmentation;
    }
}
