/** Paths from data to noise and back, whatever network predicts: forward process, loss, walks, and what stands around a model. */
@org.jspecify.annotations.NullMarked
package noisebook.denoising;
