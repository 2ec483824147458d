/** The lessons as a book of static pages that need neither Jupyter nor a network. */
@NullMarked
package noisebook.site;

import org.jspecify.annotations.NullMarked;
