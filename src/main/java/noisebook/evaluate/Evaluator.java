package noisebook.evaluate;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.data.Split;
import noisebook.math.Doubles;
import noisebook.math.FittedGaussian;
import noisebook.math.PrecisionRecall;
import noisebook.math.TwoSamples;
import noisebook.nn.Layer;
import noisebook.train.Checkpoints;
import org.jspecify.annotations.Nullable;

/**
 * Judges generated digits against real ones, through the eyes of a classifier trained on the same data set.
 *
 * <pre>{@code
 * Evaluator judge = Evaluator.of(lesson.digits());
 * judge.fcd(samples)                        // FCD-28 with its extractor, n and floor
 * judge.predict(samples).shareBelow(.9)     // how many look like no digit
 * }</pre>
 *
 * <p>Images are grey ones of 28×28 pixels in [0, 1]; others are refused with an {@link IllegalArgumentException}. What is known of the real
 * images is computed when first needed and kept. Not for use by several threads at once.
 */
public final class Evaluator {
    private static final long SEED = 42; // which real images are taken
    private static final int DRAWS = 8; // of real images, whose mean distance is the floor
    private static final int FLOOR_IMAGES = 20_000; // in all draws together
    private static final int NEIGHBOUR = 3; // the radius of a ball, after Kynkäänniemi et al. 2019

    private final Split real;
    private final DigitClassifier classifier;
    private final Map<Integer, Double> floors = new HashMap<>(); // by n
    private float @Nullable [] testFeatures; // in random order
    private float @Nullable [] trainFeatures;
    private @Nullable FittedGaussian reference;

    private Evaluator(Split real, DigitClassifier classifier) {
        this.real = real;
        this.classifier = classifier;
        classifier.training(false);
        classifier.freeze(true);
    }

    /**
     * With the classifier shipped for this data set.
     *
     * @throws UncheckedIOException when there is none, or it was trained on other images
     */
    public static Evaluator of(Split real) {
        return of(real, Checkpoints.shipped(ClassifierRecipe.classifier(), real));
    }

    /** With a classifier trained on the same data set; it is frozen. */
    public static Evaluator of(Split real, DigitClassifier classifier) {
        return new Evaluator(real, classifier);
    }

    /** For a data set by name; see {@link #of(Split)}. */
    public static Evaluator load(DataSet set) {
        return of(DataSets.load(set));
    }

    /** What the classifier takes the images for, and how surely. */
    public Predictions predict(Images images) {
        return classifier.predict(images);
    }

    /**
     * The distance of the images from the test images, beside that of as many training images: the mean of several random draws.
     *
     * @throws IllegalArgumentException when there are fewer than 65
     */
    public Fcd fcd(Images images) {
        float[] features = classifier.features(images);
        int count = features.length / DigitClassifier.FEATURES;
        double distance = Fcd.between(reference(), features);
        return new Fcd(distance, floors.computeIfAbsent(count, this::floor), count, real.source() + " classifier");
    }

    /**
     * Which share of the images looks real, and which share of as many test images they cover; in feature space, with 3 neighbours. The
     * time grows as n²: 2,000 images take seconds.
     */
    public PrecisionRecall precisionRecall(Images images) {
        return PrecisionRecall.of(asManyReal(images), rows(classifier.features(images)), NEIGHBOUR);
    }

    /**
     * How well a machine tells the images from as many test images, in feature space: about .5 when it has to guess, 1 when they lie apart.
     *
     * @see TwoSamples
     */
    public double toldApart(Images images) {
        return TwoSamples.toldApart(asManyReal(images), rows(classifier.features(images)));
    }

    /**
     * All of this at once.
     *
     * @throws IllegalArgumentException when there are fewer than 65
     */
    public Judgement judge(Images images) {
        int compared = Math.min(Judgement.MOST_COMPARED, images.count());
        return new Judgement(fcd(images), precisionRecall(images.head(compared)), compared, predict(images));
    }

    /** The training image closest to each image, pixel by pixel. */
    public Neighbours nearestInPixels(Images images) {
        return Neighbours.of(
                Pixels.checked(images).values(), real.train().images().values(), Pixels.AREA);
    }

    /** The training image closest to each image in feature space. */
    public Neighbours nearestInFeatures(Images images) {
        return Neighbours.of(classifier.features(images), trainFeatures(), DigitClassifier.FEATURES);
    }

    /**
     * The feature maps of the perceptual loss: (N, 1, 28, 28) to (N, 32, 14, 14), see {@link DigitClassifier#maps}. Gradients flow through
     * to the images, none reaches the classifier.
     */
    public Layer perceptual() {
        return classifier::maps;
    }

    /** The classifier, frozen. */
    public DigitClassifier classifier() {
        return classifier;
    }

    /** Training images at random: as many as wanted, if there are so many. How real images score, a sample of them tells. */
    public ImageSet realTraining(int count) {
        return real.train().sample(Math.min(count, real.train().size()), SEED);
    }

    /** One draw of few images is off by half as often as not: the mean of several that have no image in common. */
    private double floor(int count) {
        int all = real.train().size();
        int n = Math.min(count, all);
        int draws = Math.max(1, Math.min(DRAWS, Math.min(FLOOR_IMAGES, all) / n));
        float[] features = classifier.features(realTraining(draws * n));
        int size = n * DigitClassifier.FEATURES;
        return IntStream.range(0, draws)
                .mapToDouble(k -> Fcd.between(reference(), Arrays.copyOfRange(features, k * size, (k + 1) * size)))
                .average()
                .orElseThrow();
    }

    /** The features of random test images, as many as there are images given, if there are so many. */
    private double[][] asManyReal(Images images) {
        float[] test = testFeatures();
        return rows(Arrays.copyOf(test, Math.min(test.length, images.count() * DigitClassifier.FEATURES)));
    }

    private static double[][] rows(float[] features) {
        return Doubles.rows(features, DigitClassifier.FEATURES);
    }

    private FittedGaussian reference() {
        if (reference == null) {
            reference = FittedGaussian.of(testFeatures(), DigitClassifier.FEATURES);
        }
        return reference;
    }

    private float[] testFeatures() {
        if (testFeatures == null) {
            testFeatures = classifier.features(real.test().sample(real.test().size(), SEED));
        }
        return testFeatures;
    }

    private float[] trainFeatures() {
        if (trainFeatures == null) {
            trainFeatures = classifier.features(real.train());
        }
        return trainFeatures;
    }
}
