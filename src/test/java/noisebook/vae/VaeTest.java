package noisebook.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import noisebook.data.ImageSet;
import noisebook.tensor.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class VaeTest {
    private static final ImageSet IMAGES = Stripes.of(5);

    private final Vae vae = Vae.mlp(3, 16);

    VaeTest() {
        vae.initialize(4);
    }

    @AfterEach
    void free() {
        vae.close();
    }

    @Test
    void theConvolutionalVaeHasTheParametersOfItsPyTorchTwin() {
        assertThat(Vae.conv(16).parameterCount()).isEqualTo(205_825);
    }

    @Test
    void theFullyConnectedVaeHasTheParametersOfItsLayers() {
        long encoder = 784 * 400 + 400 + 2 * (400 * 20 + 20);
        long decoder = 20 * 400 + 400 + 400 * 784 + 784;
        assertThat(Vae.mlp(20, 400).parameterCount()).isEqualTo(encoder + decoder);
    }

    @Test
    void costsAreThoseOfAllLayers() {
        try (Vae mlp = Vae.mlp(20, 400);
                Vae conv = Vae.conv(16)) {
            mlp.initialize(1);
            conv.initialize(1);
            assertThat(mlp.macs()).isEqualTo(784 * 400 + 2 * 400 * 20 + 20 * 400 + 400 * 784);
            long encoder = 14 * 14 * 32 * 16 + 7 * 7 * 64 * 32 * 16 + 2 * 3136 * 16;
            long decoder = 16 * 3136 + 14 * 14 * 32 * 64 * 9 + 28 * 28 * 32 * 9;
            assertThat(conv.macs()).isEqualTo(encoder + decoder);
        }
    }

    @Test
    void bothKindsGoFromImagesToCodesAndBack() {
        for (Vae model : new Vae[] {Vae.mlp(3, 8), Vae.conv(3)}) {
            model.initialize(1);
            try (Scope scope = Scope.open()) {
                Posterior posterior = model.encode(scope.manager().zeros(new Shape(2, 1, 28, 28)));
                assertThat(posterior.mu().getShape()).isEqualTo(new Shape(2, 3));
                assertThat(posterior.logVariance().getShape()).isEqualTo(new Shape(2, 3));
                assertThat(model.decode(posterior.mu()).getShape()).isEqualTo(new Shape(2, 1, 28, 28));
            }
            model.close();
        }
    }

    @Test
    void codesAndImagesOfWrongShapeAreRefused() {
        try (Scope scope = Scope.open()) {
            assertThatThrownBy(() -> vae.encode(scope.manager().zeros(new Shape(2, 784))))
                    .hasMessage("x must have shape (N, 1, 28, 28), was (2, 784)");
            assertThatThrownBy(() -> vae.decode(scope.manager().zeros(new Shape(2, 4))))
                    .hasMessage("z must have shape (N, 3), was (2, 4)");
        }
        assertThatThrownBy(() -> Vae.mlp(0, 400)).hasMessage("latentDim must be at least 1, was 0");
        assertThatThrownBy(() -> Vae.conv(-1)).hasMessage("latentDim must be at least 1, was -1");
        assertThatThrownBy(() -> Vae.mlp(2, 0)).hasMessage("hidden must be at least 1, was 0");
    }

    @Test
    void imagesComeBackAsProbabilities() {
        assertThat(vae.reconstruct(IMAGES).count()).isEqualTo(5);
        assertThat(vae.reconstruct(IMAGES)).isEqualTo(vae.decode(vae.encode(IMAGES)));
        for (float pixel : vae.reconstruct(IMAGES).values()) {
            assertThat(pixel).isBetween(0f, 1f);
        }
    }

    @Test
    void newImagesRepeatWithTheSeed() {
        assertThat(vae.generate(2, 7).count()).isEqualTo(2);
        assertThat(vae.generate(2, 7)).isEqualTo(vae.generate(2, 7));
        assertThat(vae.generate(2, 8)).isNotEqualTo(vae.generate(2, 7));
    }

    @Test
    void sampledCodesScatterAroundTheMeansAndRepeatWithTheSeed() {
        assertThat(vae.sampleCodes(IMAGES, 7)).isDeepEqualTo(vae.sampleCodes(IMAGES, 7));
        assertThat(vae.sampleCodes(IMAGES, 8)[0]).isNotEqualTo(vae.sampleCodes(IMAGES, 7)[0]);
        double sum = 0;
        for (int seed = 0; seed < 400; seed++) {
            sum += vae.sampleCodes(IMAGES, seed)[0][0] / 400;
        }
        assertThat(sum).as("mean over seeds 0 to 399").isCloseTo(vae.encode(IMAGES)[0][0], within(.2));
    }

    @Test
    void theNegativeElboAveragesTheLossOverImages() {
        NegativeElbo all = vae.negativeElbo(IMAGES, 3);
        double kl = 0;
        for (int i = 0; i < IMAGES.size(); i++) {
            kl += vae.negativeElbo(IMAGES.select(i), 3).kl() / IMAGES.size();
        }
        assertThat(all.kl()).isCloseTo(kl, within(1e-5));
        assertThat(all.total()).isEqualTo(all.reconstruction() + all.kl());
        assertThat(all.reconstruction())
                .as("an untrained decoder says about ½ for every pixel")
                .isCloseTo(784 * Math.log(2), within(100.));
    }
}
