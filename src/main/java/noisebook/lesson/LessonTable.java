package noisebook.lesson;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noisebook.data.DataSet;
import noisebook.io.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What a lesson's table {@code lesson-N.json} says of its figures, by number: title, caption, places in the articles, what is asked before the figure
 * is shown, and under the name of each check the band on each data set ({@code mnist} and {@code drawn}, or {@code band} for both) with its origin.
 */
final class LessonTable {
    private final String file;
    private final Content content;

    private record Content(String title, Map<String, Entry> figures) {}

    /** Of one figure. */
    record Entry(
            String title,
            @Nullable String caption,
            @SerializedName("articles") @Nullable List<List<String>> places,
            @SerializedName("ask") @Nullable Predict predict,
            @Nullable Map<String, Band> checks) {

        List<Figure.Place> articles() {
            return places == null
                    ? List.of()
                    : places.stream()
                            .map(place -> new Figure.Place(place.get(0), place.get(1)))
                            .toList();
        }

        Map<String, Band> bands() {
            return checks == null ? Map.of() : checks;
        }
    }

    /** What is expected of a check. */
    record Band(
            @Nullable String band,
            @Nullable String mnist,
            @Nullable String drawn,
            String from) {
        @Nullable
        String on(DataSet set) {
            String own = set == DataSet.MNIST ? mnist : drawn;
            return band == null ? own : band;
        }
    }

    private LessonTable(String file, Content content) {
        this.file = file;
        this.content = content;
    }

    /** The table of a lesson, if there is such a lesson. */
    static Optional<LessonTable> of(int lesson) {
        String file = "lesson-" + lesson + ".json";
        return Resource.find(LessonTable.class, file)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .map(text -> new LessonTable(file, new Gson().fromJson(text, Content.class)));
    }

    /** The title of the lesson. */
    String title() {
        return content.title();
    }

    /** The figures by number, in order. */
    Map<String, Entry> figures() {
        return content.figures();
    }

    /** Every check that has a band: the number of its figure and its name. */
    List<String> checks() {
        List<String> all = new ArrayList<>();
        figures().forEach((figure, entry) -> entry.bands().keySet().forEach(check -> all.add(figure + " " + check)));
        return all;
    }

    /**
     * What it says of a figure.
     *
     * @throws IllegalArgumentException naming the table when it says nothing of it
     */
    Entry figure(String number) {
        Entry entry = figures().get(number);
        if (entry == null) {
            throw new IllegalArgumentException("there is no figure " + number + " in " + file
                    + ": add it with its title, or make one of your own, lesson.figure(number, title)");
        }
        return entry;
    }

    /**
     * What is expected of a check.
     *
     * @throws IllegalArgumentException naming the table when it says nothing of the check
     */
    Expectation expected(String figure, String check, DataSet set) {
        Band row = figure(figure).bands().get(check);
        String text = row == null ? null : row.on(set);
        if (text == null) {
            throw new IllegalArgumentException(
                    "figure " + figure + " has no band for the check '" + check + "' on " + set + ": add one to " + file
                            + ", or say what you expect, as in Check.atMost(name, value, limit)");
        }
        return new Expectation(text);
    }
}
