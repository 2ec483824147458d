/** Judges generated digits: a classifier of our own, the distance of its features from those of real digits, neighbours, precision and recall. */
@org.jspecify.annotations.NullMarked
package noisebook.evaluate;
