package noisebook.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noisebook.data.DataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LessonTableTest {
    private static Check check(String band, double measured) {
        return new Expectation(band).check("a", measured);
    }

    private static Check check(String band, double measured, double reference) {
        return new Expectation(band).check("a", measured, reference);
    }

    @Test
    void aBandSaysWhatPassesAndIsShownAsItIsWritten() {
        assertThat(check("≤ 0.04", .04)).isEqualTo(new Check("a", "≤ 0.04", "0.04", true));
        assertThat(check("≤ 0.04", .0401).passed()).isFalse();
        assertThat(check("≥ -0.3", -.31)).isEqualTo(new Check("a", "≥ -0.3", "-0.31", false));
        assertThat(check("7e-44 … 9e-44", 8e-44).passed()).isTrue();
        assertThat(check("0.4 … 0.9", .91)).isEqualTo(new Check("a", "0.4 … 0.9", "0.91", false));
        assertThat(check("4.0358e-5 ± 1e-9", 4.03585e-5).passed()).isTrue();
        assertThat(check("-2 ± 0.1", -1.8)).isEqualTo(new Check("a", "-2 ± 0.1", "-1.8", false));
        assertThat(check("± 1e-9", 3, 3)).isEqualTo(new Check("a", "3 ± 1e-9", "3", true));
        assertThat(check("≤ 1.25 ×", 2.6, 2)).isEqualTo(new Check("a", "≤ 2.5", "2.6", false));
        assertThat(check("≥ 1 ×", 2, 2).passed()).isTrue();
        assertThat(check("≥ 1 ×", Double.NaN, 2).passed()).isFalse();
    }

    @Test
    void whatIsNoBandIsRefusedWithAnExample() {
        assertThatThrownBy(() -> check("about 3", 3))
                .hasMessage("the band of 'a', 'about 3', is none of '≤ 1', '≥ 1', '1 … 2', '1 ± 0.1' "
                        + "(or it needs a reference: give one)");
        assertThatThrownBy(() -> check("± 1", 3)).hasMessageContaining("it needs a reference");
        assertThatThrownBy(() -> check("≤ 3", 3, 4)).hasMessageContaining("is none of '± 0.1', '≤ 2 ×', '≥ 2 ×'");
    }

    @Test
    void theBandIsThatOfTheDataSet() {
        LessonTable table = LessonTable.of(1).orElseThrow();
        assertThat(table.expected("1.1", "test MSE, d = 2", DataSet.MNIST).text())
                .isEqualTo("≤ 0.04");
        assertThat(table.expected("1.1", "test MSE, d = 2", DataSet.DRAWN_DIGITS)
                        .text())
                .isEqualTo("≤ 0.0315");
        assertThatThrownBy(() -> table.expected("1.1", "test MSE, d = 3", DataSet.MNIST))
                .hasMessage("figure 1.1 has no band for the check 'test MSE, d = 3' on MNIST: add one to lesson-1.json,"
                        + " or say what you expect, as in Check.atMost(name, value, limit)");
        assertThatThrownBy(() -> Figure.of("9.1", "mine").check("MSE", .1))
                .hasMessage("figure 9.1 belongs to no lesson and knows no band for 'MSE': say what you expect, as in"
                        + " Check.atMost(name, value, limit)");
        assertThat(Figure.of("9.1", "mine").check("it holds", true).passed()).isTrue();
    }

    static Stream<Integer> lessons() {
        return IntStream.iterate(1, lesson -> lesson + 1)
                .boxed()
                .takeWhile(lesson -> LessonTable.of(lesson).isPresent());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyRowHasABandOnBothDataSetsAndSaysWhereItComesFrom(int lesson) throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(LessonTable.class.getResourceAsStream("lesson-" + lesson + ".json")),
                StandardCharsets.UTF_8)) {
            JsonObject figures = new Gson().fromJson(reader, JsonObject.class).getAsJsonObject("figures");
            for (Map.Entry<String, JsonElement> figure : figures.entrySet()) {
                JsonObject entry = figure.getValue().getAsJsonObject();
                assertThat(entry.keySet())
                        .as(figure.getKey())
                        .contains("title")
                        .isSubsetOf("title", "caption", "articles", "ask", "checks");
                JsonObject checks = entry.has("checks") ? entry.getAsJsonObject("checks") : new JsonObject();
                for (Map.Entry<String, JsonElement> row : checks.entrySet()) {
                    assertThat(row.getValue().getAsJsonObject().keySet())
                            .as("%s %s", figure.getKey(), row.getKey())
                            .isIn(Set.of("band", "from"), Set.of("mnist", "drawn", "from"));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aLessonAsksAtLeastThreeTimesAndHasAReplyToEveryAnswer(int lesson) {
        List<Predict> asked = LessonTable.of(lesson).orElseThrow().figures().values().stream()
                .map(LessonTable.Entry::predict)
                .filter(Objects::nonNull)
                .toList();
        assertThat(asked).hasSizeGreaterThanOrEqualTo(3).allSatisfy(predict -> {
            Predict.Guess number = predict.number();
            if (number == null) {
                assertThat(predict.choices()).hasSizeGreaterThanOrEqualTo(2);
                assertThat(predict.choices().stream().filter(Predict.Option::right))
                        .hasSize(1);
                assertThat(predict.choices())
                        .allSatisfy(option -> assertThat(option.reply()).isNotBlank());
            } else {
                assertThat(number.low()).isLessThan(number.high());
                assertThat(List.of(number.unit(), number.below(), number.within(), number.above()))
                        .allSatisfy(text -> assertThat(text).isNotBlank());
            }
        });
    }

    @Test
    void theIndexKnowsTheArticles() {
        assertThat(FigureIndex.of(1)).extracting(FigureIndex.Listed::number).contains("1.1", "1.9");
        assertThat(FigureIndex.of(99)).isEmpty();
        assertThat(IntStream.rangeClosed(1, 9).boxed().flatMap(lesson -> FigureIndex.of(lesson).stream()))
                .flatExtracting(FigureIndex.Listed::places)
                .allSatisfy(place -> assertThat(ArticleIndex.ARTICLES).containsKey(place.article()));
    }
}
