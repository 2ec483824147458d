package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import noisebook.math.NoiseSchedule.Kind;
import org.junit.jupiter.api.Test;

final class ExactDenoiserTest {
    private static final int ROWS = 100;
    private static final int DIMENSION = 64;
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(Kind.LINEAR, 1000);

    /** Random black and white images in [-1, 1]. */
    private static float[] images(long seed) {
        Random random = new Random(seed);
        float[] images = new float[ROWS * DIMENSION];
        for (int i = 0; i < images.length; i++) {
            images[i] = random.nextBoolean() ? 1 : -1;
        }
        return images;
    }

    private static double[] noise(Random random) {
        return random.doubles(DIMENSION)
                .map(u -> 0)
                .map(zero -> random.nextGaussian())
                .toArray();
    }

    @Test
    void weightsAreBayesOverTwoPoints() {
        ExactDenoiser two = ExactDenoiser.of(new float[] {-1, 1}, 1);
        double alphaBar = .36;
        double[] weights = two.weights(new double[] {.5}, alphaBar);
        double likelihoodRatio = Math.exp((Math.pow(.5 + .6, 2) - Math.pow(.5 - .6, 2)) / (2 * .64));
        assertThat(weights[1] / weights[0]).isCloseTo(likelihoodRatio, within(1e-12));
        assertThat(weights[0] + weights[1]).isCloseTo(1, within(1e-15));
        assertThat(two.predictX0(new double[] {.5}, alphaBar)[0]).isCloseTo(Math.tanh(.6 * .5 / .64), within(1e-12));
    }

    @Test
    void noiseAloneTellsNothingButTheMean() {
        float[] images = images(1);
        double[] mean = FittedGaussian.of(images, DIMENSION).mean().getDDRM().getData();
        ExactDenoiser denoiser = ExactDenoiser.of(images, DIMENSION);
        assertThat(denoiser.predictX0(noise(new Random(42)), 0)).containsExactly(mean, within(1e-12));
        double[] oneStep = denoiser.sample(SCHEDULE, 1, noise(new Random(42)));
        assertThat(ImageLosses.mse(oneStep, mean)).isLessThan(1e-3);
    }

    @Test
    void fiveStepsReturnImagesItHasSeen() {
        float[] images = images(1);
        double[][] rows = Doubles.rows(images, DIMENSION);
        ExactDenoiser denoiser = ExactDenoiser.of(images, DIMENSION);
        Random random = new Random(42);
        Set<Integer> seen = new HashSet<>();
        int copies = 0;
        for (int i = 0; i < 50; i++) {
            double[] sample = denoiser.sample(SCHEDULE, 5, noise(random));
            int nearest = Distances.nearest(sample, rows);
            seen.add(nearest);
            copies += ImageLosses.mse(sample, rows[nearest]) < .01 ? 1 : 0;
        }
        assertThat(copies).as("seed 42").isGreaterThanOrEqualTo(45);
        assertThat(seen).as("seed 42").hasSizeGreaterThan(20);
    }

    @Test
    void knowsTheNoiseOnWhatItHasSeenOnly() {
        float[] images = images(1);
        ExactDenoiser denoiser = ExactDenoiser.of(images, DIMENSION);
        double[] seen = Doubles.of(Arrays.copyOf(images, DIMENSION));
        double[] unseen = Doubles.of(Arrays.copyOf(images(2), DIMENSION));
        double[] epsilon = noise(new Random(42));
        assertThat(denoiser.epsilonMse(seen, .5, epsilon)).isLessThan(1e-3);
        assertThat(denoiser.epsilonMse(unseen, .5, epsilon)).isGreaterThan(.3);
    }

    @Test
    void refusesPartsOfRowsAndWrongSizes() {
        assertThatThrownBy(() -> ExactDenoiser.of(new float[5], 2)).hasMessage("5 numbers are not whole rows of 2");
        ExactDenoiser denoiser = ExactDenoiser.of(images(1), DIMENSION);
        assertThatThrownBy(() -> denoiser.predictX0(new double[3], .5)).hasMessage("x must have 64 elements, had 3");
    }
}
