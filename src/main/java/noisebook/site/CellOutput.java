package noisebook.site;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import noisebook.plot.Html;

/** One output of a cell in its richest form. */
final class CellOutput {
    private static final String COLOURS = "\u001B\\[[0-9;]*m";

    private CellOutput() {}

    static String html(JsonObject output) {
        return switch (output.get("output_type").getAsString()) {
            case "stream" -> pre(text(output.get("text")));
            case "error" ->
                pre(output.get("ename").getAsString() + ": "
                        + output.get("evalue").getAsString());
            default -> data(output.getAsJsonObject("data"));
        };
    }

    private static String data(JsonObject data) {
        if (data.has("text/html")) {
            return "<div class=\"output\">" + text(data.get("text/html")) + "</div>\n";
        }
        if (data.has("image/png")) {
            return "<div class=\"output\"><img alt=\"\" src=\"data:image/png;base64,"
                    + text(data.get("image/png")).strip() + "\"></div>\n";
        }
        return data.has("text/plain") ? pre(text(data.get("text/plain"))) : "";
    }

    private static String pre(String text) {
        return "<pre class=\"output\">" + Html.escape(text.replaceAll(COLOURS, "")) + "</pre>\n";
    }

    /** The format allows a string or a list of its lines. */
    private static String text(JsonElement element) {
        return element instanceof JsonArray lines
                ? StreamSupport.stream(lines.spliterator(), false)
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining())
                : element.getAsString();
    }
}
