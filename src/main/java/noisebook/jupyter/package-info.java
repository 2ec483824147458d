/** Jupyter on this machine: its folders, its kernelspecs, and how the kernel is installed there. */
@NullMarked
package noisebook.jupyter;

import org.jspecify.annotations.NullMarked;
