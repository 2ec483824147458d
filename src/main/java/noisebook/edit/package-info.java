/** Moves a picture by its code: a point of it to another point, a real picture into the space of a generator. */
@NullMarked
package noisebook.edit;

import org.jspecify.annotations.NullMarked;
