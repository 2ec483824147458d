package noisebook.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DistortionTest {
    private static final double MSE = .0045;
    private static final double[] SCENE = GreyScene.pixels();

    @Test
    void sceneIsMidGreyAndNowhereBlackOrWhite() {
        Moments moments = Moments.of(SCENE);
        assertThat(moments.mean()).isCloseTo(.5, within(1e-12));
        assertThat(moments.standardDeviation()).isCloseTo(.17, within(1e-12));
        assertThat(SCENE).hasSize(GreyScene.SIDE * GreyScene.SIDE);
        for (double pixel : SCENE) {
            assertThat(pixel).isBetween(.1, .9);
        }
    }

    @ParameterizedTest
    @EnumSource(Distortion.class)
    void everyDistortionHasTheErrorAskedFor(Distortion distortion) {
        double[] spoilt = distortion.apply(SCENE, GreyScene.SIDE, MSE);
        assertThat(ImageLosses.mse(SCENE, spoilt)).isCloseTo(MSE, within(.01 * MSE));
    }

    @ParameterizedTest
    @EnumSource(names = {"SHIFT", "CONTRAST", "NOISE", "BLUR"})
    void continuousDistortionsHitItExactly(Distortion distortion) {
        double[] spoilt = distortion.apply(SCENE, GreyScene.SIDE, MSE);
        assertThat(ImageLosses.mse(SCENE, spoilt)).isCloseTo(MSE, within(1e-9));
    }

    @Test
    void oneErrorIsManySimilarities() {
        Map<Distortion, Double> ssim = new EnumMap<>(Distortion.class);
        for (Distortion distortion : Distortion.values()) {
            ssim.put(distortion, Ssim.between(SCENE, distortion.apply(SCENE, GreyScene.SIDE, MSE), GreyScene.SIDE));
        }
        assertThat(ssim.get(Distortion.SHIFT))
                .isCloseTo(.992, within(.005))
                .isGreaterThan(ssim.get(Distortion.CONTRAST));
        assertThat(ssim.get(Distortion.CONTRAST))
                .isCloseTo(.942, within(.005))
                .isGreaterThan(ssim.get(Distortion.SALT_AND_PEPPER));
        assertThat(ssim.get(Distortion.SALT_AND_PEPPER))
                .isCloseTo(.843, within(.02))
                .isGreaterThan(ssim.get(Distortion.JPEG));
        assertThat(ssim.get(Distortion.JPEG)).isGreaterThan(ssim.get(Distortion.BLUR));
    }

    @Test
    void shiftAndContrastFollowTheirClosedForms() {
        double[] image = {.4, .6};
        assertThat(Distortion.SHIFT.apply(image, 2, .01)).containsExactly(new double[] {.5, .7}, within(1e-15));
        assertThat(Distortion.CONTRAST.apply(image, 2, .01)).containsExactly(new double[] {.3, .7}, within(1e-15));
    }

    @Test
    void sameSeedSpoilsTheSamePixels() {
        assertThat(Distortion.SALT_AND_PEPPER.apply(SCENE, GreyScene.SIDE, MSE))
                .containsExactly(Distortion.SALT_AND_PEPPER.apply(SCENE, GreyScene.SIDE, MSE));
    }

    @Test
    void refusesAnErrorThatCannotBe() {
        assertThatThrownBy(() -> Distortion.BLUR.apply(SCENE, GreyScene.SIDE, -1))
                .hasMessage("mse must be above 0, was -1.0");
        assertThatThrownBy(() -> Distortion.BLUR.apply(SCENE, GreyScene.SIDE, .5))
                .hasMessageContaining("mse 0.5")
                .hasMessageContaining("BLUR");
    }
}
