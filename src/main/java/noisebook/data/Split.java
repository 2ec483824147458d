package noisebook.data;

/**
 * A data set in its two parts.
 *
 * @param source where the images come from
 * @param train the images to learn from
 * @param test the images to judge by, never trained on
 */
public record Split(DataSet source, ImageSet train, ImageSet test) {}
