package noisebook.lesson;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import noisebook.data.DataSet;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of a lesson's figures, from its table {@code lesson-N.json}: under the number of a figure and the name of a check the band on
 * each data set ({@code mnist} and {@code drawn}, or {@code band} for both) and where it comes from.
 */
final class Bands {
    private final String file;
    private final JsonObject table;

    private Bands(String file, JsonObject table) {
        this.file = file;
        this.table = table;
    }

    /** The table of a lesson, if there is such a lesson. */
    static Optional<Bands> of(int lesson) {
        String file = "lesson-" + lesson + ".json";
        InputStream stream = Bands.class.getResourceAsStream(file);
        if (stream == null) {
            return Optional.empty();
        }
        try (InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return Optional.of(new Bands(file, new Gson().fromJson(reader, JsonObject.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The title of the lesson. */
    String title() {
        return table.get("title").getAsString();
    }

    /** Every check that has a band: the number of its figure and its name. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        JsonObject figures = table.getAsJsonObject("figures");
        figures.keySet()
                .forEach(figure ->
                        figures.getAsJsonObject(figure).keySet().forEach(check -> all.add(figure + " " + check)));
        return all;
    }

    /**
     * What is expected of a check.
     *
     * @throws IllegalArgumentException naming the table when it says nothing of the check
     */
    Expectation of(String figure, String check, DataSet set) {
        JsonObject checks = table.getAsJsonObject("figures").getAsJsonObject(figure);
        JsonObject row = checks == null ? null : checks.getAsJsonObject(check);
        String key = set == DataSet.MNIST ? "mnist" : "drawn";
        String text = row == null ? null : text(row, row.has("band") ? "band" : key);
        if (text == null) {
            throw new IllegalArgumentException(
                    "figure " + figure + " has no band for the check '" + check + "' on " + set + ": add one to " + file
                            + ", or say what you expect, as in Check.atMost(name, value, limit)");
        }
        return new Expectation(text);
    }

    private static @Nullable String text(JsonObject row, String key) {
        return row.has(key) ? row.get(key).getAsString() : null;
    }
}
