package noisebook.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import noisebook.math.ImageLosses;
import noisebook.math.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** From scipy.ndimage: correlate1d with the same window along both axes, the border of 5 pixels cut off. */
    @ParameterizedTest
    @CsvSource({
        "SHIFT, .9907",
        "CONTRAST, .9411",
        "SALT_AND_PEPPER, .8467",
        "NOISE, .7942",
        "JPEG, .7093",
        "BLUR, .6464"
    })
    void oneErrorIsManySimilarities(Distortion distortion, double expected) {
        double[] spoilt = distortion.apply(SCENE, GreyScene.SIDE, MSE);
        assertThat(Ssim.between(SCENE, spoilt, GreyScene.SIDE)).isCloseTo(expected, within(1e-3));
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

    private static double[] ofTheSameSpread(double[] scene) {
        Moments moments = Moments.of(scene);
        return Arrays.stream(scene)
                .map(p -> .5 + .17 * (p - moments.mean()) / moments.standardDeviation())
                .toArray();
    }

    private static double similarity(double[] scene, Distortion distortion) {
        return Ssim.between(scene, distortion.apply(scene, GreyScene.SIDE, MSE), GreyScene.SIDE);
    }

    @Test
    void brightnessAndContrastScoreAlikeOnAnySceneOthersByItsTexture() {
        double[] ramp = new double[SCENE.length];
        Arrays.setAll(ramp, i -> i % GreyScene.SIDE);
        double[] waves = new double[SCENE.length];
        Arrays.setAll(waves, i -> Math.sin(i % GreyScene.SIDE / 1.1) * Math.cos(i / GreyScene.SIDE / 1.3));
        double[] smooth = ofTheSameSpread(ramp);
        double[] fine = ofTheSameSpread(waves);
        for (double[] scene : List.of(smooth, fine)) {
            assertThat(similarity(scene, Distortion.SHIFT)).isBetween(.98, .995);
            assertThat(similarity(scene, Distortion.CONTRAST)).isBetween(.91, .98);
        }
        assertThat(similarity(fine, Distortion.SALT_AND_PEPPER) - similarity(smooth, Distortion.SALT_AND_PEPPER))
                .isGreaterThan(.25);
    }
}
