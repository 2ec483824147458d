package noisebook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ImageSetTest {
    private static final ImageSet SET =
            ImageSet.of("toy", 1, 2, new float[] {0, .1f, .2f, .3f, .4f, .5f}, new int[] {7, 3, 7});

    @Test
    void anImageIsItsRowOfThePixels() {
        assertThat(SET.image(1)).containsExactly(.2f, .3f);
        assertThat(SET.label(1)).isEqualTo(3);
    }

    @Test
    void copiesAreTheCallersToChange() {
        SET.image(0)[0] = 9;
        SET.labels()[0] = 9;
        assertThat(SET.image(0)[0]).isZero();
        assertThat(SET.label(0)).isEqualTo(7);
    }

    @Test
    void selectKeepsTheOrderAskedForAndRepeats() {
        ImageSet chosen = SET.select(2, 0, 2);
        assertThat(chosen.pixels()).containsExactly(.4f, .5f, 0, .1f, .4f, .5f);
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
        ImageSet hundred =
                ImageSet.of("toy", 1, 1, new float[100], IntStream.range(0, 100).toArray());
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
        ImageSet renamed = ImageSet.of("other", 1, 2, SET.pixels().clone(), SET.labels());
        assertThat(renamed.sha256()).hasSize(64).isEqualTo(SET.sha256());
        assertThat(ImageSet.of("toy", 2, 1, SET.pixels(), SET.labels()).sha256())
                .isNotEqualTo(SET.sha256());
        assertThat(ImageSet.of("toy", 1, 2, SET.pixels(), new int[] {7, 3, 8}).sha256())
                .isNotEqualTo(SET.sha256());
        assertThat(ImageSet.of("toy", 1, 2, new float[] {0, .1f, .2f, .3f, .4f, .6f}, SET.labels())
                        .sha256())
                .isNotEqualTo(SET.sha256());
    }

    @Test
    void refusesWhatIsNoImageSet() {
        refuses("had none", 1, 1, new float[0]);
        refuses("were 0x28", 0, 28, new float[0], 1);
        refuses("need 4 pixels, there were 3", 2, 2, new float[3], 1);
        refuses("one was 1.5", 1, 1, new float[] {1.5f}, 1);
        refuses("one was NaN", 1, 1, new float[] {Float.NaN}, 1);
    }

    private static void refuses(String message, int height, int width, float[] pixels, int... labels) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageSet.of("bad", height, width, pixels, labels))
                .withMessageStartingWith("bad: ")
                .withMessageContaining(message);
    }

    @Test
    void refusesToSelectWhatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> SET.head(0)).withMessageContaining("1 to 3 images");
        assertThatIllegalArgumentException().isThrownBy(() -> SET.head(4)).withMessageContaining("asked for 4");
        assertThatIllegalArgumentException().isThrownBy(() -> SET.image(3)).withMessageContaining("[0, 2], was 3");
        assertThatIllegalArgumentException().isThrownBy(() -> SET.select(0, -1)).withMessageContaining("was -1");
        assertThatIllegalArgumentException().isThrownBy(SET::select).withMessageContaining("at least one");
        assertThatIllegalArgumentException().isThrownBy(() -> SET.ofClass(5)).withMessageContaining("label 5");
    }

    @Test
    void rollingMovesColumnsRoundTheEdge() {
        ImageSet image = ImageSet.of("one", 2, 3, new float[] {.1f, .2f, .3f, .4f, .5f, .6f}, new int[] {7});
        assertThat(image.rolled(1).pixels()).containsExactly(.3f, .1f, .2f, .6f, .4f, .5f);
        assertThat(image.rolled(-4).pixels()).containsExactly(.2f, .3f, .1f, .5f, .6f, .4f);
        assertThat(image.rolled(1).label(0)).isEqualTo(7);
    }
}
