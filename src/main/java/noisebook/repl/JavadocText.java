package noisebook.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Javadoc comment, as it stands in the source without its stars, made readable as HTML and as plain text. */
final class JavadocText {
    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(?=\\w)");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(\\w+)\\s*");

    private JavadocText() {}

    static String html(String comment) {
        String[] parts = BLOCK_TAG.split(comment, -1);
        List<String> items = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            item(parts[i].strip(), items);
        }
        String body = "<div>" + inline(parts[0].strip()) + "</div>";
        return items.isEmpty() ? body : body + "\n<ul>\n" + String.join("\n", items) + "\n</ul>";
    }

    static String plain(String comment) {
        return text(html(comment));
    }

    /** HTML as lines of text: paragraphs apart, list items with a dash. */
    static String text(String html) {
        return html.replaceAll("(?s)<p>|</div>|<ul>|<pre>", "\n")
                .replaceAll("<li>", "\n- ")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("(?m)^[ \t]+|[ \t]+$", "")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static void item(String block, List<String> items) {
        String[] words = block.split("\\s+", 3);
        boolean named = words.length == 3;
        switch (words[0]) {
            case "param" -> items.add(named ? entry(code(words[1]), words[2]) : entry(code(rest(block)), ""));
            case "throws", "exception" -> items.add(entry("throws " + code(words[1]), named ? words[2] : ""));
            case "return" -> items.add(entry("returns", rest(block)));
            case "see", "since" -> items.add(entry(words[0], rest(block)));
            default -> {} // authors, versions and the JDK's own tags explain nothing
        }
    }

    private static String rest(String block) {
        String[] words = block.split("\\s+", 2);
        return words.length == 2 ? words[1] : "";
    }

    private static String entry(String head, String text) {
        return "<li>" + head + (text.isEmpty() ? "" : ": " + inline(text.strip())) + "</li>";
    }

    /** Resolves inline tags, whose text may hold balanced braces. */
    private static String inline(String text) {
        Matcher tag = INLINE_TAG.matcher(text);
        if (!tag.find()) {
            return text;
        }
        int end = closingBrace(text, tag.start());
        String content = text.substring(tag.end(), Math.max(tag.end(), end)).strip();
        String shown = switch (tag.group(1)) {
            case "code", "literal", "value" -> code(content);
            case "link", "linkplain" -> link(content);
            case "inheritDoc" -> "";
            default -> inline(content);
        };
        return text.substring(0, tag.start()) + shown + inline(text.substring(Math.min(text.length(), end + 1)));
    }

    /** A reference, or the label behind it. */
    private static String link(String content) {
        int argumentsEnd = content.indexOf(')');
        int space = content.indexOf(' ', Math.max(0, argumentsEnd));
        if (space > 0) {
            return inline(content.substring(space + 1).strip());
        }
        return code(content.replaceFirst("^#", "").replace('#', '.'));
    }

    private static int closingBrace(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    static String code(String text) {
        return "<code>" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</code>";
    }
}
