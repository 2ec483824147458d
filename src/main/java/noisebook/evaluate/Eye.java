package noisebook.evaluate;

import noisebook.data.ImageSet;
import noisebook.data.Images;

/** A network through which images are compared: it sees each as a row of numbers, its features. */
public interface Eye {
    /** What a distance in these features is called, such as {@code FCD-28}. */
    String metric();

    /** Whose features they are, such as {@code MNIST classifier}. */
    String extractor();

    /** How many numbers an image is seen as. */
    int width();

    /**
     * The features of images.
     *
     * @return n·{@link #width} numbers, row-major
     * @throws IllegalArgumentException when they are of another kind than the network reads
     */
    float[] features(Images images);

    /** The same of a set, in batches. */
    float[] features(ImageSet images);
}
