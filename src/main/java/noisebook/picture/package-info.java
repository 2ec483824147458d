/** Pictures as arrays of doubles: drawn scenes, what distorts them, and how alike two of them look. */
@NullMarked
package noisebook.picture;

import org.jspecify.annotations.NullMarked;
