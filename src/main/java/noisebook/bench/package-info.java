/** How fast the models train and sample, beside the same networks in PyTorch's own language. */
@org.jspecify.annotations.NullMarked
package noisebook.bench;
