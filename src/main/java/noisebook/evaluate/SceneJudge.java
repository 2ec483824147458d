package noisebook.evaluate;

import java.util.List;
import java.util.stream.IntStream;
import noisebook.data.Animal;
import noisebook.data.Colour;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.data.Place;
import noisebook.data.Scene;
import noisebook.data.Split;
import noisebook.math.Doubles;
import noisebook.math.Moments;
import noisebook.math.PrecisionRecall;
import noisebook.math.Require;
import noisebook.tensor.Tensors;
import noisebook.train.Checkpoints;

/**
 * Judges drawn scenes: says what they show, and how they score against real ones. Its ruler is FSD-32, the Fréchet distance on the 64 features of its classifier, each divided by its standard deviation
 * over the test pictures.
 *
 * <p>It alone has seen every scene, the held-out ones included, for whoever is to say whether a picture shows a white cat must know some.
 *
 * <p>Images have three channels of 32×32 pixels in [0, 1]; others are refused with an {@link IllegalArgumentException}. Not for use by several threads at once.
 */
public final class SceneJudge {
    private final SceneClassifier classifier;
    private final Ruler ruler;

    private SceneJudge(SceneClassifier classifier, Split real) {
        this.classifier = classifier;
        classifier.training(false);
        classifier.freeze(true);
        ruler = new Ruler(new Scaled(real.test()), real.train(), real.test());
    }

    /**
     * With the classifier that is shipped.
     *
     * @param real drawn scenes
     * @throws java.io.UncheckedIOException when there is none
     */
    public static SceneJudge of(Split real) {
        return of(real, Checkpoints.shipped(SceneRecipe.judge(), real));
    }

    /** With a classifier of one's own; it is frozen. */
    public static SceneJudge of(Split real, SceneClassifier classifier) {
        return new SceneJudge(classifier, real);
    }

    /** What each of the pictures shows. */
    public List<Scene> read(Images images) {
        float[] logits = Tensors.map(
                Pixels.checkedScenes(images),
                pixels -> classifier.logits(pixels).row());
        int animals = Animal.values().length;
        int colours = Colour.values().length;
        int places = Place.values().length;
        int width = animals + colours + places;
        return IntStream.range(0, images.count())
                .map(i -> i * width)
                .map(at -> (largest(logits, at, animals) * colours + largest(logits, at + animals, colours)) * places
                        + largest(logits, at + animals + colours, places))
                .mapToObj(Scene.all()::get)
                .toList();
    }

    private static int largest(float[] values, int from, int count) {
        return IntStream.range(0, count)
                .reduce((best, k) -> values[from + k] > values[from + best] ? k : best)
                .orElseThrow();
    }

    /**
     * The share of the pictures that show what was asked for: the animal, its colour and the place.
     *
     * @param asked one a picture
     */
    public double asAsked(Images images, List<Scene> asked) {
        Require.sameLength("images", images.count(), "scenes", asked.size());
        List<Scene> read = read(images);
        return IntStream.range(0, asked.size())
                        .filter(i -> read.get(i).equals(asked.get(i)))
                        .count()
                / (double) asked.size();
    }

    /**
     * FSD-32 with its floor: the distance from the test pictures, and that of as many training pictures.
     *
     * @throws IllegalArgumentException when there are fewer than 65
     */
    public Fcd distance(Images images) {
        return ruler.distance(images);
    }

    /** Which share of the pictures looks real, and which share of as many test pictures they cover; the time grows as n². */
    public PrecisionRecall precisionRecall(Images images) {
        return ruler.precisionRecall(images);
    }

    /** The training picture most like each picture, in the features. */
    public Neighbours nearest(Images images) {
        return ruler.nearest(images);
    }

    /** The classifier, frozen. */
    public SceneClassifier classifier() {
        return classifier;
    }

    /** Its features, each in units of its standard deviation over the test pictures. */
    private final class Scaled implements Eye {
        private final float[] scale;

        Scaled(ImageSet test) {
            double[][] rows = Doubles.rows(Tensors.map(test, classifier::features), SceneClassifier.FEATURES);
            scale = new float[SceneClassifier.FEATURES];
            for (int k = 0; k < scale.length; k++) {
                scale[k] = (float) Moments.of(Doubles.column(rows, k)).standardDeviation();
            }
        }

        @Override
        public String metric() {
            return "FSD-32";
        }

        @Override
        public String extractor() {
            return "scene judge";
        }

        @Override
        public int width() {
            return SceneClassifier.FEATURES;
        }

        @Override
        public float[] features(Images images) {
            return scaled(Tensors.map(Pixels.checkedScenes(images), classifier::features));
        }

        @Override
        public float[] features(ImageSet images) {
            return scaled(Tensors.map(images, classifier::features));
        }

        private float[] scaled(float[] features) {
            for (int i = 0; i < features.length; i++) {
                features[i] /= scale[i % scale.length];
            }
            return features;
        }
    }
}
