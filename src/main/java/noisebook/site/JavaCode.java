package noisebook.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import noisebook.plot.Html;

/** Java as HTML, with a class on what a reader tells apart by colour: keywords, types, texts, numbers, comments. */
final class JavaCode {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/)"
            + "|(?<text>\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*')"
            + "|(?<keyword>\\b(?:import|static|final|var|new|return|for|if|else|while|try|catch|throw|switch|case"
            + "|double|int|long|float|boolean|void|record|class|enum|true|false|null|this)\\b)"
            + "|(?<type>\\b[A-Z]\\w*)"
            + "|(?<number>(?<![\\w.])(?:\\d[\\d_]*\\.?\\d*|\\.\\d+)(?:e-?\\d+)?[fLd]?)");
    private static final String[] KINDS = {"comment", "text", "keyword", "type", "number"};

    private JavaCode() {}

    static String html(String source) {
        StringBuilder html = new StringBuilder();
        Matcher token = TOKEN.matcher(source);
        int end = 0;
        while (token.find()) {
            html.append(Html.escape(source.substring(end, token.start())))
                    .append("<span class=\"")
                    .append(kind(token))
                    .append("\">")
                    .append(Html.escape(token.group()))
                    .append("</span>");
            end = token.end();
        }
        return html.append(Html.escape(source.substring(end))).toString();
    }

    private static String kind(Matcher token) {
        for (String kind : KINDS) {
            if (token.group(kind) != null) {
                return kind;
            }
        }
        throw new IllegalStateException("a token of no kind: " + token.group());
    }
}
