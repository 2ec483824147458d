package noisebook.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The text of a notebook: Markdown with formulas between dollar signs. */
final class Markdown {
    /** Code, which is left alone; {@code $$…$$}; {@code $…$}, where the dollars touch the formula and no number follows. */
    private static final Pattern CODE_OR_MATH =
            Pattern.compile("(?s)```.*?```|`[^`]*`|\\$\\$(.+?)\\$\\$|(?<!\\\\)\\$(?!\\s)([^$`]+?)(?<!\\s)\\$(?!\\d)");

    /** Stands for a formula while the Markdown around it is read: characters that no text has. */
    private static final Pattern PLACE = Pattern.compile("\uE000(\\d+)\uE001");

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(TABLES).build();

    private Markdown() {}

    /**
     * Renders a text.
     *
     * @throws IllegalArgumentException if a formula in it cannot be set
     */
    static String html(String source) {
        List<String> formulas = new ArrayList<>();
        String text = CODE_OR_MATH.matcher(source).replaceAll(match -> {
            String svg = svg(match);
            if (svg.isEmpty()) {
                return Matcher.quoteReplacement(match.group());
            }
            formulas.add(svg);
            return "\uE000" + (formulas.size() - 1) + "\uE001";
        });
        String html = RENDERER.render(PARSER.parse(text));
        return PLACE.matcher(html)
                .replaceAll(place -> Matcher.quoteReplacement(formulas.get(Integer.parseInt(place.group(1)))));
    }

    /** The formula of a match, empty when it is code. */
    private static String svg(MatchResult match) {
        if (match.group(1) != null) {
            return Formula.svg(match.group(1), true);
        }
        return match.group(2) == null ? "" : Formula.svg(match.group(2), false);
    }
}
