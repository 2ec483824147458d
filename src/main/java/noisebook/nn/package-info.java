/** Layers and networks as plain objects: parameters with names, a forward pass one can read, nothing else. */
@org.jspecify.annotations.NullMarked
package noisebook.nn;
