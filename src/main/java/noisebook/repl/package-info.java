/** Runs Java cells in this JVM: state across cells, values, errors in the cell's own lines, and a stop that works. */
@NullMarked
package noisebook.repl;

import org.jspecify.annotations.NullMarked;
