/** What a cell calls, and what reads, runs and writes notebooks: displays, live figures, and a headless runner. */
@NullMarked
package noisebook.notebook;

import org.jspecify.annotations.NullMarked;
