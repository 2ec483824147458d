/** Autoencoders: networks that squeeze an image through a few numbers and draw it again, and the losses that say how well. */
@org.jspecify.annotations.NullMarked
package noisebook.autoencoder;
