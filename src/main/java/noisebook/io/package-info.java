/** Files and pictures as bytes; sees nothing, seen by all. */
@org.jspecify.annotations.NullMarked
package noisebook.io;
