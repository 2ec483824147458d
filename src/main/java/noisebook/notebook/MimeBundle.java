package noisebook.notebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One output in one or more representations, from which a front end picks the richest it can show.
 *
 * @param data MIME type to content; binary content is base64; empty when there is nothing to show
 */
public record MimeBundle(Map<String, String> data) {
    /** Nothing to show. */
    public static final MimeBundle EMPTY = new MimeBundle(Map.of());

    /** Copies the map and keeps its order. */
    public MimeBundle {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Text only. */
    public static MimeBundle text(String plain) {
        return new MimeBundle(Map.of("text/plain", plain));
    }

    /** HTML, and the text shown where HTML is not. */
    public static MimeBundle html(String html, String plain) {
        return text(plain).with("text/html", html);
    }

    MimeBundle with(String mimeType, String content) {
        Map<String, String> more = new LinkedHashMap<>(data);
        more.put(mimeType, content);
        return new MimeBundle(more);
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return data.isEmpty();
    }

    /** The plain text, or an empty string. */
    public String plain() {
        return data.getOrDefault("text/plain", "");
    }
}
