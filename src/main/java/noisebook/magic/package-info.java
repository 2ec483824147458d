/** Lines of a cell that speak to the notebook instead of Java: {@code %maven}, {@code %time}, {@code Type?} and the like. */
@NullMarked
package noisebook.magic;

import org.jspecify.annotations.NullMarked;
