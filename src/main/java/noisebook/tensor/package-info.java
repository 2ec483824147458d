/** The only package that owns devices, seeds, memory scopes, gradients and the engine's native operators. */
@org.jspecify.annotations.NullMarked
package noisebook.tensor;
