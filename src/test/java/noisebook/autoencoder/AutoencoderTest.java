package noisebook.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import noisebook.data.DrawnDigits;
import noisebook.data.ImageSet;
import noisebook.math.Doubles;
import noisebook.math.ImageLosses;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import org.junit.jupiter.api.Test;

final class AutoencoderTest {
    private static final int PIXELS = 784;
    private final ImageSet digits = DrawnDigits.of("some digits", 20, 5);

    private static Autoencoder initialized(Autoencoder network) {
        network.initialize(3);
        return network;
    }

    @Test
    void everyKindKeepsTheShapeOfItsImages() {
        for (Autoencoder network : List.of(Autoencoder.mlp(2), Autoencoder.conv(10), Autoencoder.linear(30))) {
            initialized(network);
            try (Scope scope = Scope.open()) {
                NDArray x = scope.manager().zeros(new Shape(5, 1, 28, 28));
                assertThat(network.encode(x).getShape()).isEqualTo(new Shape(5, network.latentDim()));
                assertThat(network.reconstruct(x).getShape()).isEqualTo(x.getShape());
            }
        }
    }

    @Test
    void sizesAreThoseOf784To256To128ToD() {
        int oneWay = 784 * 256 + 256 * 128 + 128 * 2;
        Autoencoder network = initialized(Autoencoder.mlp(2));
        assertThat(network.macs()).isEqualTo(2 * oneWay);
        assertThat(network.parameterCount()).isEqualTo(2 * oneWay + 256 + 128 + 2 + 128 + 256 + 784);
        assertThat(network.compressionRatio()).isEqualTo(392);
    }

    @Test
    void macsOfTheConvolutionsAreCountedAtEachResolution() {
        int encoder = 14 * 14 * 9 * 16 + 7 * 7 * 9 * 16 * 32 + 1568 * 10;
        int decoder = 10 * 1568 + 14 * 14 * 9 * 32 * 16 + 28 * 28 * 9 * 16;
        assertThat(initialized(Autoencoder.conv(10)).macs()).isEqualTo(encoder + decoder);
    }

    @Test
    void setsOfImagesAndTensorsGiveTheSameCodesAndReconstructions() {
        Autoencoder network = initialized(Autoencoder.mlp(3));
        float[] viaTensors = Scope.floats(m -> network.reconstruct(Tensors.images(m, digits.images())));
        float[] clipped = clipped(viaTensors);
        assertThat(Arrays.equals(network.reconstruct(digits).values(), clipped)).isTrue();
        assertThat(largestGap(network.decode(network.encode(digits)).values(), clipped))
                .isLessThan(1e-6);
        assertThat(network.mse(digits))
                .isCloseTo(ImageLosses.mse(Doubles.of(digits.images().values()), Doubles.of(clipped)), within(1e-12));
    }

    @Test
    void whatALinearAutoencoderDrawsIsItsOffsetPlusItsBasisTimesZ() {
        Autoencoder network = initialized(Autoencoder.linear(2));
        double[][] basis = network.basis();
        float[] drawn = Scope.floats(m -> network.decode(Tensors.rows(m, new double[][] {{0, 0}, {.5, -2}})));
        float[] sum = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            sum[i] = (float) (drawn[i] + .5 * basis[i][0] - 2 * basis[i][1]);
        }
        assertThat(largestGap(Arrays.copyOfRange(drawn, PIXELS, 2 * PIXELS), sum))
                .isLessThan(1e-5);
    }

    private static float[] clipped(float[] pixels) {
        float[] inside = pixels.clone();
        for (int i = 0; i < pixels.length; i++) {
            inside[i] = Math.max(0, Math.min(1, pixels[i]));
        }
        return inside;
    }

    private static double largestGap(float[] a, float[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    @Test
    void badSizesAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> Autoencoder.mlp(0)).hasMessage("latentDim must be at least 1, was 0");
        assertThatThrownBy(() -> Autoencoder.conv(-1)).hasMessage("latentDim must be at least 1, was -1");
        Autoencoder network = initialized(Autoencoder.mlp(2));
        assertThatThrownBy(() -> network.decode(new double[][] {{1, 2, 3}}))
                .hasMessage("z must have shape (N, 2), was (1, 3)");
        try (Scope scope = Scope.open()) {
            NDArray flat = scope.manager().zeros(new Shape(4, 784));
            assertThatThrownBy(() -> network.encode(flat)).hasMessage("x must have shape (N, 1, 28, 28), was (4, 784)");
        }
    }
}
