/** One training loop for every model: batches, optimiser, progress, checkpoints. It knows no model family. */
@org.jspecify.annotations.NullMarked
package noisebook.train;
