package noisebook.plot;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import noisebook.io.Resource;

/**
 * A piece of page with a script in it, from a template {@code NAME.html} beside the class that asks for it: it needs no kernel, no network and nothing
 * else on the page, and works any number of times on one page. {@code $WORD} in the template stands for a value; {@code $ID} for a name that
 * two pieces share only when they are equal.
 */
public final class PagePiece {
    private final String template;
    private final Map<String, String> values = new LinkedHashMap<>();

    private PagePiece(String template) {
        this.template = template;
    }

    /** The template of that name beside a class. */
    public static PagePiece of(Class<?> beside, String name) {
        return new PagePiece(Resource.text(beside, name + ".html"));
    }

    /** Puts a value into the script: a text, number, list, array or map as JSON that cannot end the script. */
    public PagePiece data(String word, Object value) {
        return markup(word, new Gson().toJson(value)); // Gson escapes < and >
    }

    /** Puts a text into the markup. */
    public PagePiece text(String word, String value) {
        return markup(word, Html.escape(value));
    }

    /** Puts HTML into the markup. */
    public PagePiece markup(String word, String value) {
        values.put(word, value);
        return this;
    }

    /** The piece, with every value in its place. */
    public String html() {
        CRC32 crc = new CRC32();
        values.values().forEach(value -> crc.update(value.getBytes(StandardCharsets.UTF_8)));
        StringBuilder html = new StringBuilder();
        int at = 0;
        for (int dollar = template.indexOf('$'); dollar >= 0; dollar = template.indexOf('$', at)) {
            int end = dollar + 1;
            while (end < template.length() && Character.isUpperCase(template.charAt(end))) {
                end++;
            }
            String word = template.substring(dollar + 1, end);
            html.append(template, at, dollar)
                    .append(word.equals("ID") ? Long.toHexString(crc.getValue()) : value(word));
            at = end;
        }
        return html.append(template, at, template.length()).toString();
    }

    private String value(String word) {
        return Objects.requireNonNull(values.get(word), () -> "the template needs a value for $" + word);
    }
}
