/** A Jupyter kernel: the messaging protocol 5.4 on ZeroMQ sockets over a Java session, and what installs it. */
@NullMarked
package noisebook.kernel;

import org.jspecify.annotations.NullMarked;
