/** Images and points in: MNIST-like sets, procedural digits and two-dimensional toy data. */
@NullMarked
package noisebook.data;

import org.jspecify.annotations.NullMarked;
