package noisebook.touch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import noisebook.data.DataSet;
import noisebook.data.DataSets;
import noisebook.data.ImageSet;
import noisebook.data.Images;
import noisebook.data.Split;
import noisebook.edit.Drag;
import noisebook.edit.Drag.Point;
import noisebook.evaluate.Evaluator;
import noisebook.gan.style.StyleGenerator;
import noisebook.gan.style.Styling;
import noisebook.notebook.MimeBundle;
import noisebook.notebook.Notebook;
import noisebook.notebook.PageLine;
import noisebook.notebook.PageListener;
import noisebook.notebook.Sink;
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
                    desk(Evaluator.of(digits)),
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
        assertThat(touch.still()).isNotNull();
    }

    private static Touch desk(Evaluator judge) {
        Drag drag = drag();
        Point target = new Point(10, 5);
        return DragDesk.of(drag, drag.run(new Point(4, 5), target, DragDesk.free("all", 28), 2), target, judge);
    }

    private static Drag drag() {
        StyleGenerator generator = new StyleGenerator(4, Styling.DEMODULATION);
        generator.initialize(1);
        generator.freeze(true);
        return Drag.on(generator, generator.map(generator.codes(1, 1))[0], 1);
    }

    /** A notebook whose pages speak to a listener. */
    private static final class Speaking implements Sink {
        private PageListener listener;

        @Override
        public void display(String id, MimeBundle content) {}

        @Override
        public void update(String id, MimeBundle content) {}

        @Override
        public Optional<PageLine> listen(PageListener heard) {
            listener = heard;
            return Optional.of(new PageLine("the-kernel", "the-target"));
        }

        List<JsonObject> say(String json) {
            List<JsonObject> answers = new ArrayList<>();
            listener.heard(JsonParser.parseString(json).getAsJsonObject(), answers::add);
            return answers;
        }
    }

    @Test
    void theDeskDragsWhenItsPageAsksAndBeginsAgain() throws IOException {
        Speaking page = new Speaking();
        Sink before = Notebook.redirect(page);
        try {
            assertThat(desk(Evaluator.of(DataSets.load(DataSet.DRAWN_DIGITS))).html())
                    .contains("the-kernel", "the-target");
        } finally {
            Notebook.redirect(before);
        }
        List<JsonObject> first = page.say("{}");
        assertThat(first).hasSize(1);
        String started = first.get(0).get("frame").getAsString();
        assertThat(Base64.getDecoder().decode(started)).hasSize(784);
        List<JsonObject> drag = page.say("{\"from\":[4,5],\"to\":[6,5],\"free\":\"upper half\"}");
        JsonObject end = drag.get(drag.size() - 1);
        assertThat(drag.size()).isEqualTo(end.get("steps").getAsInt() + 2); // the start, the steps, the end
        assertThat(end.get("handle").getAsJsonArray()).hasSize(2);
        List<JsonObject> goesOn = page.say("{\"from\":[4,5],\"to\":[6,5],\"free\":\"all\"}");
        assertThat(goesOn.get(0).get("frame")).isEqualTo(end.get("frame"));
        assertThat(page.say("{}").get(0).get("frame").getAsString()).isEqualTo(started);
        assertThatThrownBy(() -> page.say("{\"from\":[4,5],\"to\":[40,5],\"free\":\"all\"}"))
                .hasMessageContaining("the target must lie in the picture");
        assertThatThrownBy(() -> page.say("{\"from\":[4,5],\"to\":[6,5],\"free\":\"sky\"}"))
                .hasMessageContaining("'sky'");
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
