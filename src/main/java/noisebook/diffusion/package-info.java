/** Denoising diffusion: noise is added to images step by step, a network learns to predict it, samplers take it away again. */
@org.jspecify.annotations.NullMarked
package noisebook.diffusion;
