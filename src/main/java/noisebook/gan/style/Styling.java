package noisebook.gan.style;

/** How a style reaches the features of a layer. */
public enum Styling {
    /** StyleGAN (Karras et al. 2019): each map is normalised to mean 0 and variance 1 after the convolution, then scaled and shifted as the style says. */
    ADAIN,
    /** StyleGAN2 (Karras et al. 2020): the weights of the convolution are scaled as the style says, and divided by the size that results are expected to have. */
    DEMODULATION
}
