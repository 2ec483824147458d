/** Walks of few steps: a diffusion model whose large steps are judged by a discriminator. */
@NullMarked
package noisebook.distill;

import org.jspecify.annotations.NullMarked;
