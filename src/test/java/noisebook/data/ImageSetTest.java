package noisebook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ImageSetTest {
    private static final ImageSet SET = ImageSet.of(
            "toy", 1, 1, 2, new byte[] {0, 51, 102, (byte) 153, (byte) 204, (byte) 255}, new int[] {7, 3, 7});

    @Test
    void anImageIsItsRowOfThePixels() {
        assertThat(SET.row(1)).containsExactly(.4f, .6f);
        assertThat(SET.label(1)).isEqualTo(3);
    }

    @Test
    void copiesAreTheCallersToChange() {
        SET.row(0)[0] = 9;
        SET.images().values()[0] = 9;
        SET.labels()[0] = 9;
        assertThat(SET.row(0)[0]).isZero();
        assertThat(SET.label(0)).isEqualTo(7);
    }

    @Test
    void selectKeepsTheOrderAskedForAndRepeats() {
        ImageSet chosen = SET.select(2, 0, 2);
        assertThat(chosen.images().values()).containsExactly(.8f, 1, 0, .2f, .8f, 1);
        assertThat(chosen.labels()).containsExactly(7, 7, 7);
        assertThat(SET.select(1).labels()).containsExactly(3);
    }

    @Test
    void headAndClassAreSelections() {
        assertThat(SET.head(2).sha256()).isEqualTo(SET.select(0, 1).sha256());
        assertThat(SET.ofClass(7).sha256()).isEqualTo(SET.select(0, 2).sha256());
    }

    @Test
    void aSampleHasNoImageTwiceAndRepeatsWithItsSeed() {
        ImageSet hundred = ImageSet.of(
                "toy", 1, 1, 1, new byte[100], IntStream.range(0, 100).toArray());
        assertThat(hundred.sample(60, 1).labels()).hasSize(60).doesNotHaveDuplicates();
        assertThat(hundred.sample(60, 1).labels())
                .isEqualTo(hundred.sample(60, 1).labels());
        assertThat(hundred.sample(60, 2).labels())
                .isNotEqualTo(hundred.sample(60, 1).labels());
        assertThat(hundred.sample(10, 1).labels())
                .isEqualTo(hundred.sample(60, 1).head(10).labels());
        assertThat(hundred.sample(100, 1).labels()).containsExactlyInAnyOrder(hundred.labels());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hundred.sample(101, 1))
                .withMessageContaining("asked for 101");
    }

    @Test
    void theHashIsOfTheContentNotOfTheName() {
        Images images = SET.images();
        ImageSet renamed = ImageSet.of("other", images, SET.labels());
        assertThat(renamed.sha256()).hasSize(64).isEqualTo(SET.sha256());
        assertThat(ImageSet.of("toy", Images.grey(2, 1, images.values()), SET.labels())
                        .sha256())
                .isNotEqualTo(SET.sha256());
        assertThat(ImageSet.of("toy", images, new int[] {7, 3, 8}).sha256()).isNotEqualTo(SET.sha256());
        assertThat(ImageSet.of("toy", images.levels(2), SET.labels()).sha256()).isNotEqualTo(SET.sha256());
        assertThat(SET.withCaptions(List.of("a", "b", "c")).sha256()).isNotEqualTo(SET.sha256());
    }

    @Test
    void labelsAndCaptionsNeedNotBeThere() {
        ImageSet bare = ImageSet.of("bare", SET.images(), new int[0]);
        assertThat(bare.hasLabels()).isFalse();
        assertThat(bare.select(2, 0).size()).isEqualTo(2);
        assertThatThrownBy(bare::labels).hasMessage("bare has no labels");
        assertThatThrownBy(() -> bare.label(0)).hasMessage("bare has no labels");
        assertThat(bare.captions()).isEmpty();
        assertThat(bare.withCaptions(List.of("a", "b", "c")).select(2, 1).captions())
                .containsExactly("c", "b");
        assertThatThrownBy(() -> bare.withCaptions(List.of("a")))
                .hasMessage("bare: 3 images need as many captions, had 1");
    }

    @Test
    void whereACaptionEndsAndWhetherThereAreLabelsIsInTheHash() {
        ImageSet two = ImageSet.of("two", 1, 1, 1, new byte[2], new int[0]);
        assertThat(two.withCaptions(List.of("ab", "c")).sha256())
                .isNotEqualTo(two.withCaptions(List.of("a", "bc")).sha256());
        assertThat(two.sha256())
                .isNotEqualTo(
                        ImageSet.of("two", 1, 1, 1, new byte[2], new int[2]).sha256());
    }

    @Test
    void picturesOfTwoChannelsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageSet.of("bad", 2, 1, 1, new byte[2], new int[0]))
                .withMessage("bad: images have 1 channel (grey) or 3 (colour), were to have 2");
    }

    @Test
    void colourIsKeptChannelByChannel() {
        Images colour = Images.of(3, 1, 2, PixelRange.UNIT, new float[] {0, .2f, .4f, .6f, .8f, 1});
        ImageSet set = ImageSet.of("colour", colour, new int[] {0});
        assertThat(set.channels()).isEqualTo(3);
        assertThat(set.images()).isEqualTo(colour);
        assertThat(set.sha256())
                .isNotEqualTo(
                        ImageSet.of("grey", SET.images().head(1), new int[] {0}).sha256());
    }

    @Test
    void picturesOfAnotherRangeBecomeBytes() {
        Images signed = SET.images().in(PixelRange.SIGNED);
        assertThat(ImageSet.of("signed", signed, SET.labels()).sha256()).isEqualTo(SET.sha256());
    }

    @Test
    void refusesWhatIsNoImageSet() {
        refuses("at least one image", 1, 1, new byte[0]);
        refuses("were 0x28", 0, 28, new byte[0], 1);
        refuses("whole images of 4 values, had 3", 2, 2, new byte[3], 1);
        refuses("2 images need as many labels or none, had 1", 1, 1, new byte[2], 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageSet.of("bad", Images.grey(1, 1, new float[] {1.5f}), new int[] {1}))
                .withMessageStartingWith("bad: ")
                .withMessageContaining("one was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageSet.of("bad", Images.grey(1, 1, new float[] {Float.NaN}), new int[] {1}))
                .withMessageContaining("one was NaN");
    }

    private static void refuses(String message, int height, int width, byte[] pixels, int... labels) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageSet.of("bad", 1, height, width, pixels, labels))
                .withMessageStartingWith("bad: ")
                .withMessageContaining(message);
    }

    @Test
    void refusesToSelectWhatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> SET.head(0)).withMessageContaining("1 to 3 images");
        assertThatIllegalArgumentException().isThrownBy(() -> SET.head(4)).withMessageContaining("asked for 4");
        assertThatIllegalArgumentException().isThrownBy(() -> SET.row(3)).withMessageContaining("[0, 2], was 3");
        assertThatIllegalArgumentException().isThrownBy(() -> SET.select(0, -1)).withMessageContaining("was -1");
        assertThatIllegalArgumentException().isThrownBy(SET::select).withMessageContaining("at least one");
        assertThatIllegalArgumentException().isThrownBy(() -> SET.ofClass(5)).withMessageContaining("label 5");
    }

    @Test
    void rollingMovesColumnsRoundTheEdge() {
        ImageSet image =
                ImageSet.of("one", 1, 2, 3, new byte[] {0, 51, 102, (byte) 153, (byte) 204, (byte) 255}, new int[] {7});
        assertThat(image.rolled(1).images().values()).containsExactly(.4f, 0, .2f, 1, .6f, .8f);
        assertThat(image.rolled(-4).images().values()).containsExactly(.2f, .4f, 0, .8f, 1, .6f);
        assertThat(image.rolled(1).label(0)).isEqualTo(7);
    }
}
