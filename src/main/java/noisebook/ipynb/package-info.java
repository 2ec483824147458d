/** Notebook files in the nbformat 4 of Jupyter: read, changed and written with all they hold. */
@NullMarked
package noisebook.ipynb;

import org.jspecify.annotations.NullMarked;
