/** Flow matching: a network learns the direction from images to noise, and walking against it turns noise into images. */
@org.jspecify.annotations.NullMarked
package noisebook.flow;
