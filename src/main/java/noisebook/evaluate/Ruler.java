package noisebook.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.math.Doubles;
import noisebook.math.FittedGaussian;
import noisebook.math.PrecisionRecall;
import noisebook.math.TwoSamples;
import org.jspecify.annotations.Nullable;

/**
 * Holds images against real ones in the features that an {@link Eye} sees. What is known of the real images is computed when first needed and kept. Not for use by several threads at once.
 */
final class Ruler {
    private static final long SEED = 42; // which real images are taken
    private static final int DRAWS = 8; // of real images, whose mean distance is the floor
    private static final int FLOOR_IMAGES = 20_000; // in all draws together
    private static final int NEIGHBOUR = 3; // the radius of a ball, after Kynkäänniemi et al. 2019

    private final Eye eye;
    private final ImageSet train;
    private final ImageSet test;
    private final Map<Integer, Double> floors = new HashMap<>(); // by n
    private float @Nullable [] testFeatures; // in random order
    private float @Nullable [] trainFeatures;
    private @Nullable FittedGaussian reference;

    Ruler(Eye eye, ImageSet train, ImageSet test) {
        this.eye = eye;
        this.train = train;
        this.test = test;
    }

    /** The distance from the test images, beside that of as many training images: the mean of several random draws. */
    Fcd distance(Images images) {
        float[] features = eye.features(images);
        int count = features.length / eye.width();
        double distance = between(features);
        return new Fcd(eye.metric(), distance, floors.computeIfAbsent(count, this::floor), count, eye.extractor());
    }

    private double between(float[] features) {
        if (reference == null) {
            reference = FittedGaussian.of(testFeatures(), eye.width());
        }
        return Fcd.between(eye.metric(), reference, features);
    }

    /** Training images at random: as many as wanted, if there are so many. */
    ImageSet realTraining(int count) {
        return train.sample(Math.min(count, train.size()), SEED);
    }

    /** One draw of few images is off by half as often as not: the mean of several that have no image in common. */
    private double floor(int count) {
        int n = Math.min(count, train.size());
        int draws = Math.max(1, Math.min(DRAWS, Math.min(FLOOR_IMAGES, train.size()) / n));
        float[] features = eye.features(realTraining(draws * n));
        int size = n * eye.width();
        return IntStream.range(0, draws)
                .mapToDouble(k -> between(Arrays.copyOfRange(features, k * size, (k + 1) * size)))
                .average()
                .orElseThrow();
    }

    /** Which share of the images looks real, and which share of as many test images they cover, with 3 neighbours. */
    PrecisionRecall precisionRecall(Images images) {
        return PrecisionRecall.of(asManyReal(images), rows(eye.features(images)), NEIGHBOUR);
    }

    /** How well a machine tells the images from as many test images. */
    double toldApart(Images images) {
        return TwoSamples.toldApart(asManyReal(images), rows(eye.features(images)));
    }

    /** The training image closest to each image. */
    Neighbours nearest(Images images) {
        if (trainFeatures == null) {
            trainFeatures = eye.features(train);
        }
        return Neighbours.of(eye.features(images), trainFeatures, eye.width());
    }

    /** The features of random test images, as many as there are images given, if there are so many. */
    private double[][] asManyReal(Images images) {
        float[] real = testFeatures();
        return rows(Arrays.copyOf(real, Math.min(real.length, images.count() * eye.width())));
    }

    private double[][] rows(float[] features) {
        return Doubles.rows(features, eye.width());
    }

    private float[] testFeatures() {
        if (testFeatures == null) {
            testFeatures = eye.features(test.sample(test.size(), SEED));
        }
        return testFeatures;
    }
}
