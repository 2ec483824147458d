package noisebook.evaluate;

import java.io.UncheckedIOException;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.data.Split;
import noisebook.math.PrecisionRecall;
import noisebook.math.TwoSamples;
import noisebook.nn.Layer;
import noisebook.train.Checkpoints;

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
    private final Split real;
    private final DigitClassifier classifier;
    private final Ruler ruler;

    private Evaluator(Split real, DigitClassifier classifier) {
        this.real = real;
        this.classifier = classifier;
        ruler = new Ruler(eye(), real.train(), real.test());
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
        return ruler.distance(images);
    }

    /**
     * Which share of the images looks real, and which share of as many test images they cover; in feature space, with 3 neighbours. The
     * time grows as n²: 2,000 images take seconds.
     */
    public PrecisionRecall precisionRecall(Images images) {
        return ruler.precisionRecall(images);
    }

    /**
     * How well a machine tells the images from as many test images, in feature space: about .5 when it has to guess, 1 when they lie apart.
     *
     * @see TwoSamples
     */
    public double toldApart(Images images) {
        return ruler.toldApart(images);
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
        return ruler.nearest(images);
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
        return ruler.realTraining(count);
    }

    private Eye eye() {
        return new Eye() {
            @Override
            public String metric() {
                return Fcd.DIGITS;
            }

            @Override
            public String extractor() {
                return real.source() + " classifier";
            }

            @Override
            public int width() {
                return DigitClassifier.FEATURES;
            }

            @Override
            public float[] features(Images images) {
                return classifier.features(images);
            }

            @Override
            public float[] features(ImageSet images) {
                return classifier.features(images);
            }
        };
    }
}
