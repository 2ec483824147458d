package noisebook.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.data.Split;
import noisebook.evaluate.Evaluator;
import noisebook.train.Checkpoints;
import noisebook.vae.Vae;
import noisebook.vae.VaeRecipes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TouchTest {
    private static final BufferedImage STILL = new BufferedImage(30, 20, BufferedImage.TYPE_BYTE_GRAY);

    static Stream<Touch> all() throws IOException {
        Split digits = DataSets.load(DataSet.DRAWN_DIGITS, download -> {});
        ImageSet some = digits.test().head(300);
        double[] noise = new Random(1).doubles(784).toArray();
        Images pictures = some.head(2).images();
        try (Vae vae = Checkpoints.load(VaeRecipes.pocket(), digits)) {
            return Stream.of(
                    CodePlane.of(vae, vae.encode(some), some.labels(), Evaluator.of(digits), STILL),
                    NoisingDesk.of(some.row(0), noise, STILL),
                    SaddleBoard.of(STILL),
                    TollBoard.of(STILL),
                    StepsAtlas.of(
                            new int[] {1, 2, 5},
                            List.of(pictures, pictures, pictures),
                            List.of(new int[] {1, 2}, new int[] {1, 7}, new int[] {1, 7}),
                            STILL));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPieceIsSmallNeedsNothingElseAndIsTheSameEachTime(Touch touch) {
        assertThat(touch.html())
                .hasSizeLessThan(200_000)
                .contains("<b>Task.</b> ", "data:image/png;base64,")
                .doesNotContain("$DATA", "$SCRIPT", "http", "NaN")
                .isEqualTo(touch.html());
        assertThat(touch.still()).isSameAs(STILL);
    }

    @Test
    void theTaskOfTheAtlasCanBeDone() {
        Images picture = Images.grey(1, 1, new float[] {1});
        Touch atlas = StepsAtlas.of(
                new int[] {1, 2, 5},
                List.of(picture, picture, picture),
                List.of(new int[1], new int[1], new int[1]),
                STILL);
        assertThat(atlas.html()).contains("only from S = 1 on or later");
        assertThatThrownBy(() -> StepsAtlas.of(new int[] {1, 2}, List.of(picture), List.of(new int[1]), STILL))
                .hasMessageContaining("numbers of steps");
    }
}
