package noisebook.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import noisebook.data.Images;
import noisebook.math.ImageLosses;
import noisebook.nn.Layer;
import noisebook.picture.Ssim;
import noisebook.tensor.Gradients;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** In float64, so that finite differences are sharp. */
final class ReconstructionLossTest {
    private static final int SIDE = 13;
    private static final int AREA = SIDE * SIDE;

    private final double[] x = pixels(1);
    private final double[] y = pixels(2);

    private static double[] pixels(long seed) {
        return new Random(seed).doubles(2 * AREA).toArray();
    }

    private static double value(ReconstructionLoss loss, double[] reconstruction, double[] images) {
        try (Scope scope = Scope.open()) {
            NDManager m = scope.manager();
            return loss.between(batch(m, reconstruction), batch(m, images)).getDouble();
        }
    }

    private static double[] gradient(ReconstructionLoss loss, double[] reconstruction, double[] images) {
        try (Scope scope = Scope.open()) {
            NDArray target = batch(scope.manager(), images);
            return Gradients.of(v -> loss.between(v, target), batch(scope.manager(), reconstruction))
                    .toDoubleArray();
        }
    }

    private static double largest(double[] slopes) {
        return Arrays.stream(slopes).map(Math::abs).max().orElseThrow();
    }

    private static NDArray batch(NDManager manager, double[] pixels) {
        return manager.create(pixels, new Shape(pixels.length / AREA, 1, SIDE, SIDE));
    }

    private static NDArray neighbours(NDArray image) {
        return image.get(":, :, 1:, :").mul(image.get(":, :, :-1, :")).tanh();
    }

    static Stream<Arguments> losses() {
        Layer features = ReconstructionLossTest::neighbours;
        return Stream.of(
                Arguments.of("L1", ReconstructionLoss.l1()),
                Arguments.of("L2", ReconstructionLoss.l2()),
                Arguments.of("SSIM", ReconstructionLoss.ssim()),
                Arguments.of("perceptual", ReconstructionLoss.perceptual(features)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void theGradientEqualsFiniteDifferences(String name, ReconstructionLoss loss) {
        double h = 1e-5;
        double[] exact = gradient(loss, y, x);
        for (int i = 0; i < y.length; i++) {
            double[] moved = y.clone();
            moved[i] = y[i] + h;
            double above = value(loss, moved, x);
            moved[i] = y[i] - h;
            double slope = (above - value(loss, moved, x)) / (2 * h);
            assertThat(exact[i]).as("%s, pixel %d", name, i).isCloseTo(slope, within(1e-8));
        }
        assertThat(largest(exact)).as(name).isGreaterThan(1e-4);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void anImageIsAtDistanceZeroFromItself(String name, ReconstructionLoss loss) {
        assertThat(value(loss, x, x)).as(name).isCloseTo(0, within(1e-12));
        assertThat(value(loss, y, x)).as(name).isGreaterThan(.01);
    }

    @Test
    void theSquaredErrorIsNotHalved() {
        double[] moved = Arrays.stream(x).map(pixel -> pixel + .5).toArray();
        assertThat(value(ReconstructionLoss.l2(), moved, x)).isCloseTo(.25, within(1e-12));
        assertThat(value(ReconstructionLoss.l1(), moved, x)).isCloseTo(.5, within(1e-12));
    }

    @Test
    void ssimIsTheOneOfPlainImagesAndSymmetric() {
        double first = Ssim.between(Arrays.copyOf(y, AREA), Arrays.copyOf(x, AREA), SIDE);
        double second =
                Ssim.between(Arrays.copyOfRange(y, AREA, 2 * AREA), Arrays.copyOfRange(x, AREA, 2 * AREA), SIDE);
        assertThat(value(ReconstructionLoss.ssim(), y, x)).isCloseTo(1 - (first + second) / 2, within(1e-12));
        assertThat(value(ReconstructionLoss.ssim(), x, y))
                .isCloseTo(value(ReconstructionLoss.ssim(), y, x), within(1e-12));
    }

    @Test
    void ssimRefusesImagesSmallerThanItsWindow() {
        try (Scope scope = Scope.open()) {
            NDArray small = scope.manager().zeros(new Shape(1, 1, 10, 28));
            assertThatThrownBy(() -> ReconstructionLoss.ssim().between(small, small))
                    .hasMessage("SSIM needs sides of at least 11 pixels, had 10");
        }
    }

    @Test
    void thePerceptualLossOfThePixelsThemselvesIsTheSquaredError() {
        ReconstructionLoss pixels = ReconstructionLoss.perceptual(x -> x);
        assertThat(value(pixels, y, x)).isCloseTo(value(ReconstructionLoss.l2(), y, x), within(1e-12));
    }

    @Test
    void plainImagesAreMeasuredToo() {
        Images images = Images.grey(1, 2, new float[] {.2f, .4f});
        assertThat(ReconstructionLoss.l1().of(images.like(new float[] {.7f, .4f}), images))
                .isCloseTo(.25, within(1e-6));
    }

    @Test
    void lossesAddUpWithTheirWeights() {
        ReconstructionLoss sum = ReconstructionLoss.l1().plus(3, ReconstructionLoss.l2());
        assertThat(value(sum, y, x))
                .isCloseTo(
                        value(ReconstructionLoss.l1(), y, x) + 3 * value(ReconstructionLoss.l2(), y, x), within(1e-12));
    }

    /** One answer to several images: the mean is at rest under L2, the median under L1, and not the other way round. */
    @Test
    void theMeanIsBestUnderL2AndTheMedianUnderL1() {
        double[][] images = {pixels(3), pixels(4), pixels(5)};
        double[] all = Arrays.stream(images).flatMapToDouble(Arrays::stream).toArray();
        ReconstructionLoss l1 = answerToAll(ReconstructionLoss.l1());
        ReconstructionLoss l2 = answerToAll(ReconstructionLoss.l2());
        double[] mean = ImageLosses.mseOptimum(images);
        double[] median = ImageLosses.l1Optimum(images);
        assertThat(largest(gradient(l2, mean, all))).isLessThan(1e-12);
        assertThat(largest(gradient(l1, median, all))).isLessThan(1e-12);
        assertThat(largest(gradient(l2, median, all))).isGreaterThan(1e-5);
        assertThat(largest(gradient(l1, mean, all))).isGreaterThan(1e-5);
    }

    private static ReconstructionLoss answerToAll(ReconstructionLoss loss) {
        return (answer, images) -> loss.between(answer.concat(answer).concat(answer), images);
    }
}
