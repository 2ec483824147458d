/** The variational autoencoder: an encoder that gives a Gaussian, a decoder that gives pixel probabilities, and the ELBO between them. */
@org.jspecify.annotations.NullMarked
package noisebook.vae;
