/** Lessons: their figures, the checks that prove them, and training that one watches. */
@NullMarked
package noisebook.lesson;

import org.jspecify.annotations.NullMarked;
