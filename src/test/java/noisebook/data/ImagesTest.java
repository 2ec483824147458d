package noisebook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ImagesTest {
    private static final Images THREE = Images.grey(1, 2, new float[] {0, .25f, .5f, .75f, 1, 1.5f});

    @Test
    void picturesKnowTheirShape() {
        assertThat(THREE.count()).isEqualTo(3);
        assertThat(THREE.numbers()).isEqualTo(2);
        assertThat(THREE).hasToString("3 grey pictures of 1×2 in [0, 1]");
        Images colour = Images.of(3, 2, 2, PixelRange.SIGNED, new float[24]);
        assertThat(colour.count()).isEqualTo(2);
        assertThat(colour).hasToString("2 colour pictures of 2×2 in [-1, 1]");
        assertThat(Images.grey(new double[4], new double[4])).hasToString("2 grey pictures of 2×2 in [0, 1]");
    }

    @Test
    void partsArePicturesOfTheSameSize() {
        assertThat(THREE.head(1).values()).containsExactly(0, .25f);
        assertThat(THREE.range(1, 3).values()).containsExactly(.5f, .75f, 1, 1.5f);
        assertThat(THREE.select(2, 0).values()).containsExactly(1, 1.5f, 0, .25f);
        assertThat(THREE.rows()).isDeepEqualTo(new double[][] {{0, .25}, {.5, .75}, {1, 1.5}});
        assertThat(THREE.row(1)).containsExactly(.5, .75);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.head(4))
                .withMessage("there are pictures 0 to 2, was asked for 0 to 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> THREE.select(3))
                .withMessage("there are pictures 0 to 2, was asked for 3");
    }

    @Test
    void onlyAlikePicturesAreJoined() {
        assertThat(Images.join(THREE.head(1), THREE.select(2)).values()).containsExactly(0, .25f, 1, 1.5f);
        assertThat(Images.join(List.of(THREE, THREE)).count()).isEqualTo(6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Images.join(THREE, Images.grey(2, 1, new float[2])))
                .withMessageContaining("3 grey pictures of 1×2 in [0, 1] and 1 grey pictures of 2×1");
        assertThatIllegalArgumentException().isThrownBy(() -> Images.join(THREE, THREE.in(PixelRange.SIGNED)));
    }

    @Test
    void aRangeIsTheOtherOneMovedAndStretched() {
        Images signed = THREE.in(PixelRange.SIGNED);
        assertThat(signed.values()).containsExactly(-1, -.5f, 0, .5f, 1, 2);
        assertThat(signed.in(PixelRange.UNIT)).isEqualTo(THREE);
        assertThat(signed.clipped().values()).containsExactly(-1, -.5f, 0, .5f, 1, 1);
        assertThat(THREE.clipped().values()).containsExactly(0, .25f, .5f, .75f, 1, 1);
    }

    @Test
    void levelsAreEvenlySpacedFromBlackToWhite() {
        assertThat(Images.grey(1, 4, new float[] {.1f, .3f, .6f, .9f}).levels(3).values())
                .containsExactly(0, .5f, .5f, 1);
    }

    @Test
    void distancesAreOverAllNumbers() {
        assertThat(THREE.distance(0, 1)).isEqualTo(Math.sqrt(.5));
        assertThat(THREE.largestDifference(0, THREE, 2)).isEqualTo(1.25);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        refused("1 channel (grey) or 3 (colour), were to have 2", 2, 1, 1, 2);
        refused("at least 1×1 pixels, were to have 0×2", 1, 0, 2, 4);
        refused("783 values are not a whole number of pictures of 28×28 = 784 values", 1, 28, 28, 783);
        refused("0 values are not a whole number of pictures of 3×1×1 = 3 values", 3, 1, 1, 0);
    }

    private static void refused(String message, int channels, int height, int width, int values) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Images.of(channels, height, width, PixelRange.UNIT, new float[values]))
                .withMessageContaining(message);
    }
}
