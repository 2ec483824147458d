package noisebook.gan.style;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import noisebook.data.Images;
import noisebook.math.Distances;
import noisebook.math.Interpolation;
import noisebook.math.Require;

/**
 * How far a picture moves in a judge's eyes when its code moves a little (Karras et al. 2019, section 4.1): the mean of {@code d² / ε²} over pairs of codes and places between them, d the
 * distance of the features of two pictures a share ε of the way apart. A space in which a straight way leads through other digits has long paths.
 *
 * @param features of each picture: n pictures to n rows
 * @param pairs how many ways
 * @param seed decides the codes, the places, and the noise of each picture, which is the same at both ends
 */
public record PerceptualPathLength(Features features, int pairs, long seed) {
    /** What a judge sees in pictures. */
    @FunctionalInterface
    public interface Features {
        /** n pictures to n rows of numbers. */
        double[][] of(Images images);
    }

    private static final double STEP = .01; // ε; the paper's 1e-4 is too near for float32

    /** Checks the number of ways. */
    public PerceptualPathLength {
        Require.positive("pairs", pairs);
    }

    /** Along great circles between two z. */
    public double inZ(StyleGenerator generator) {
        return between((from, to, share) -> generator.map(along(from, to, share, Interpolation::slerp)), generator);
    }

    /** Along straight lines between two w. */
    public double inW(StyleGenerator generator) {
        return between(
                (from, to, share) -> along(generator.map(from), generator.map(to), share, Interpolation::lerp),
                generator);
    }

    private interface Ways {
        double[][] at(double[][] from, double[][] to, double[] share);
    }

    private interface Way {
        double[] at(double[] from, double[] to, double share);
    }

    private static double[][] along(double[][] from, double[][] to, double[] share, Way way) {
        return IntStream.range(0, from.length)
                .mapToObj(i -> way.at(from[i], to[i], share[i]))
                .toArray(double[][]::new);
    }

    private double between(Ways ways, StyleGenerator generator) {
        double[][] codes = generator.codes(2 * pairs, seed);
        double[][] from = Arrays.copyOf(codes, pairs);
        double[][] to = Arrays.copyOfRange(codes, pairs, 2 * pairs);
        double[] share = new Random(seed).doubles(pairs, 0, 1 - STEP).toArray();
        double[] further = Arrays.stream(share).map(t -> t + STEP).toArray();
        double[][] here = features.of(generator.draw(ways.at(from, to, share), seed));
        double[][] there = features.of(generator.draw(ways.at(from, to, further), seed));
        return IntStream.range(0, pairs)
                        .mapToDouble(i -> Distances.squared(here[i], there[i]))
                        .average()
                        .orElseThrow()
                / (STEP * STEP);
    }
}
