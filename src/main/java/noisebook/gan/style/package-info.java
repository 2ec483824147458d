/** Generators with a style for every layer (StyleGAN, StyleGAN2), the discriminator and the penalties they are trained with, and augmentation that adapts. */
@NullMarked
package noisebook.gan.style;

import org.jspecify.annotations.NullMarked;
