package noisebook.evaluate;

import java.util.stream.IntStream;

/** What a classifier says about n images. */
public final class Predictions {
    private final double[][] probabilities;

    private Predictions(double[][] probabilities) {
        this.probabilities = probabilities;
    }

    static Predictions of(double[][] probabilities) {
        return new Predictions(probabilities);
    }

    /** The probability of each digit: n rows of ten, each with sum 1. */
    public double[][] probabilities() {
        return probabilities;
    }

    /** The most probable digit of each image. */
    public int[] labels() {
        int[] labels = new int[size()];
        for (int i = 0; i < labels.length; i++) {
            double[] row = probabilities[i];
            labels[i] = IntStream.range(0, row.length)
                    .reduce((best, k) -> row[k] > row[best] ? k : best)
                    .orElseThrow();
        }
        return labels;
    }

    /** The probability of each image's most probable digit, in [.1, 1]. */
    public double[] confidence() {
        int[] labels = labels();
        return IntStream.range(0, size())
                .mapToDouble(i -> probabilities[i][labels[i]])
                .toArray();
    }

    /** The share of images with a confidence below a bound, such as .9: those that look like no digit, or like two. */
    public double shareBelow(double bound) {
        int doubtful = 0;
        for (double confidence : confidence()) {
            doubtful += confidence < bound ? 1 : 0;
        }
        return doubtful / (double) size();
    }

    /** How many images are taken for each digit. */
    public int[] histogram() {
        int[] counts = new int[DigitClassifier.CLASSES];
        for (int label : labels()) {
            counts[label]++;
        }
        return counts;
    }

    /**
     * The share of images taken for what they are.
     *
     * @throws IllegalArgumentException when there is not one label an image
     */
    public double accuracy(int[] truth) {
        if (truth.length != size()) {
            throw new IllegalArgumentException(size() + " images need as many labels, were " + truth.length);
        }
        int[] labels = labels();
        return IntStream.range(0, size()).filter(i -> labels[i] == truth[i]).count() / (double) size();
    }

    /** How many images were looked at. */
    public int size() {
        return probabilities.length;
    }
}
