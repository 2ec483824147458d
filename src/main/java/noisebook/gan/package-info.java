/** Generative adversarial networks: the losses of the game, and small GANs on a line and in the plane. */
@org.jspecify.annotations.NullMarked
package noisebook.gan;
