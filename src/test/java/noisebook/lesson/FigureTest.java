package noisebook.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import noisebook.plot.TableView;
import org.junit.jupiter.api.Test;

final class FigureTest {
    private static final BufferedImage IMAGE = new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_GRAY);

    private static String html(Figure figure) {
        return String.valueOf(figure.toMime().data().get("text/html"));
    }

    @Test
    void checksAreFoldedAsLongAsAllPass() {
        Figure figure = Figure.of("9.1", "mine").check("it holds", true);
        assertThat(html(figure)).contains("<details><summary>✓ 1 check passed</summary>");
        assertThat(html(figure.check("so does this", true))).contains("✓ 2 checks passed");
        assertThat(html(figure.check(Check.atMost("error", 2, 1))))
                .contains("<details open><summary>✗ <b>1 of 3 checks failed</b></summary>", "✗ <b>fail</b>");
        assertThat(figure.passed()).isFalse();
        assertThat(html(Figure.of("9.2", "none"))).doesNotContain("<details");
    }

    @Test
    void exhibitsStandInTheirOrderAndTheFirstThatStandsStillIsTheStill() {
        Figure figure = Figure.of("9.1", "mine")
                .table(TableView.of("", "d").row(2).table())
                .image(IMAGE);
        String html = html(figure);
        assertThat(html.indexOf("<table")).isLessThan(html.indexOf("<img")).isPositive();
        assertThat(figure.still()).containsSame(IMAGE);
        assertThat(Figure.of("9.2", "numbers only")
                        .table(TableView.of("", "d").row(2).table())
                        .still())
                .isEmpty();
    }

    @Test
    void aFigureOfALessonHidesBehindItsQuestion() {
        Predict question = new Predict(
                "Which < one?",
                List.of(new Predict.Option("this", false, "No, <that>."), new Predict.Option("that", true, "Yes.")),
                null);
        Figure figure = Figure.of(
                "9.1",
                new LessonTable.Entry("The answer", "It is %.1f.", List.of(List.of("A1", "GAN")), question, null),
                0,
                Figure.Expectations.NONE);
        String html = html(figure.fill(2.04).image(IMAGE));
        assertThat(html)
                .containsSubsequence(
                        "Before you see figure 9.1.",
                        "Which &lt; one?",
                        "<li>this</li><li>that</li>",
                        "<script>",
                        "No, \\u003cthat\\u003e.",
                        "class=\"noisebook-hidden\"",
                        "<img",
                        "The answer",
                        "It is 2.0.");
        assertThat(html.substring(0, html.indexOf("<script>"))).doesNotContain("The answer", "Yes.");
        assertThat(figure.html()).doesNotContain("Which").contains("The answer");
        assertThat(figure.places()).containsExactly(new Figure.Place("A1", "GAN"));
    }
}
