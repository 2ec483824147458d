/** The command line: makes all figures, runs notebooks, opens them in Jupyter. */
@NullMarked
package noisebook.cli;

import org.jspecify.annotations.NullMarked;
