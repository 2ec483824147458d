/** Figures as values: charts, image grids, fields, films and tables in one look, made from plain arrays; nothing here prints or opens a window. */
@NullMarked
package noisebook.plot;

import org.jspecify.annotations.NullMarked;
