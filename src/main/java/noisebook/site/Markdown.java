package noisebook.site;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
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

    /** The formulas of a text that stand on lines of their own. */
    static List<String> displayFormulas(String source) {
        return CODE_OR_MATH
                .matcher(source)
                .results()
                .filter(match -> match.group(1) != null)
                .map(match -> match.group(1))
                .toList();
    }

    /**
     * Renders a text.
     *
     * @param numbers of the formulas of the chapter that it belongs to
     * @throws IllegalArgumentException if a formula in it cannot be set
     */
    static String html(String source, FormulaNumbers numbers) {
        List<String> formulas = new ArrayList<>();
        String text = CODE_OR_MATH.matcher(source).replaceAll(match -> {
            String svg = svg(match, numbers);
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
    private static String svg(MatchResult match, FormulaNumbers numbers) {
        if (match.group(1) != null) {
            int number = numbers.next();
            return "<span class=\"equation\" id=\"formula-" + number + "\">" + Formula.svg(match.group(1), true)
                    + "<a class=\"number\" href=\"#formula-" + number + "\">(" + number + ")</a></span>";
        }
        String tex = match.group(2);
        if (tex == null) {
            return "";
        }
        OptionalInt at = numbers.firstUse(tex);
        String svg = Formula.svg(tex, false);
        return at.isEmpty() ? svg : "<a class=\"symbol\" href=\"#formula-" + at.getAsInt() + "\">" + svg + "</a>";
    }
}
