/** Figures that one can touch in a saved page: each computes in the page what Java computes, and sets a task that the page checks. */
@NullMarked
package noisebook.touch;

import org.jspecify.annotations.NullMarked;
