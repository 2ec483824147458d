/** The catalogue of all models: every recipe by name. */
@NullMarked
package noisebook.zoo;

import org.jspecify.annotations.NullMarked;
