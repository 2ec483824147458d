/** Images and points in: MNIST-like sets, procedural digits, drawn scenes with captions and two-dimensional toy data. */
@NullMarked
package noisebook.data;

import org.jspecify.annotations.NullMarked;
