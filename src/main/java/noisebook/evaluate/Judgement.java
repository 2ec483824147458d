package noisebook.evaluate;

import noisebook.math.PrecisionRecall;

/**
 * All that is measured about a set of images.
 *
 * @param fcd distance from the test images, with the floor of as many real ones
 * @param precisionRecall of the first {@code compared} images against as many test images, with 3 neighbours
 * @param compared at most 2,000, for the time grows as its square
 * @param predictions what the classifier takes the images for
 */
public record Judgement(Fcd fcd, PrecisionRecall precisionRecall, int compared, Predictions predictions) {
    static final int MOST_COMPARED = 2_000;
}
