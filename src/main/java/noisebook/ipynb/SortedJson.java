package noisebook.ipynb;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.TreeSet;

/** JSON as Jupyter writes it, so that saving a notebook here or there makes no difference: sorted keys, one space of indent. */
final class SortedJson {
    private static final Gson GSON = new GsonBuilder()
            .setFormattingStyle(FormattingStyle.PRETTY.withIndent(" "))
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private SortedJson() {}

    static String write(JsonElement element) {
        return GSON.toJson(sorted(element));
    }

    private static JsonElement sorted(JsonElement element) {
        if (element instanceof JsonObject object) {
            JsonObject copy = new JsonObject();
            new TreeSet<>(object.keySet()).forEach(key -> copy.add(key, sorted(object.get(key))));
            return copy;
        }
        if (element instanceof JsonArray array) {
            JsonArray copy = new JsonArray();
            array.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        return element;
    }
}
