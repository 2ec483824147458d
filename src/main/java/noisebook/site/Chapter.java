package noisebook.site;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import noisebook.ipynb.NotebookCell;
import noisebook.ipynb.NotebookFile;
import noisebook.plot.Html;

/**
 * A lesson as a part of the book.
 *
 * @param name of its page, such as {@code 04-forward-noising}
 * @param number of the lesson; 0 when its title has none
 * @param title as HTML
 * @param question that the lesson starts from, as HTML; empty when it asks none
 * @param sections what its contents list
 * @param minutes that reading takes
 * @param body text, code and outputs as HTML
 */
record Chapter(
        String name, int number, String title, String question, List<Section> sections, int minutes, String body) {
    private static final Pattern HEADING = Pattern.compile("(?s)<h([12])>(.*?)</h\\1>");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"/:]+)\\.ipynb");
    private static final Pattern NUMBER = Pattern.compile("Lesson (\\d+)\\..*");
    private static final Pattern QUESTION =
            Pattern.compile("(?s)<p><strong>(?:The )?[Qq]uestion\\.</strong>\\s*(.*?)</p>");
    private static final Pattern FIGURE = Pattern.compile("<figcaption><b>([0-9]+\\.[0-9]+) ");
    private static final Pattern AFTERWARDS = Pattern.compile("(?s)^<p><strong>What to look at\\.</strong>.*?</p>\n");
    private static final int WORDS_A_MINUTE = 200;

    /** Of code that is folded from the start: the imports. */
    private static final String IMPORTS = "import ";

    /**
     * A heading in a lesson.
     *
     * @param id where a link to it leads
     * @param title as HTML
     */
    record Section(String id, String title) {}

    /** Copies the list. */
    Chapter {
        sections = List.copyOf(sections);
    }

    /**
     * Reads a notebook with the outputs it was saved with.
     *
     * @throws IOException if it is no notebook, or a formula in it cannot be set
     */
    static Chapter read(Path notebook) throws IOException {
        String name = String.valueOf(notebook.getFileName()).replaceAll("\\.ipynb$", "");
        List<NotebookCell> cells = NotebookFile.read(notebook).cells();
        List<String> texts = cells.stream()
                .filter(cell -> !cell.isCode())
                .map(NotebookCell::source)
                .toList();
        String html;
        try {
            html = html(cells, new FormulaNumbers(texts));
        } catch (IllegalArgumentException e) {
            throw new IOException(notebook + ": " + e.getMessage(), e);
        }
        List<Section> titles = new ArrayList<>();
        String body = HEADING.matcher(html).replaceAll(heading -> marked(heading, titles));
        body = LINK.matcher(body).replaceAll("href=\"$1.html");
        body = FIGURE.matcher(body).replaceAll("<figcaption id=\"figure-$1\"><b>$1 ");
        String title = titles.isEmpty() ? Html.escape(name) : titles.get(0).title();
        Matcher number = NUMBER.matcher(title);
        Matcher question = QUESTION.matcher(body);
        long words = texts.stream().mapToLong(text -> text.split("\\s+").length).sum();
        return new Chapter(
                name,
                number.matches() ? Integer.parseInt(number.group(1)) : 0,
                title,
                question.find() ? question.group(1) : "",
                titles.subList(Math.min(1, titles.size()), titles.size()),
                (int) Math.max(1, words / WORDS_A_MINUTE),
                body);
    }

    private static String html(List<NotebookCell> cells, FormulaNumbers numbers) {
        StringBuilder html = new StringBuilder();
        boolean asked = false;
        for (NotebookCell cell : cells) {
            if (cell.isCode()) {
                String code = code(cell);
                asked = code.contains("data-predict=");
                html.append(code);
            } else {
                String text = Markdown.html(cell.source(), numbers);
                html.append(
                        asked
                                ? AFTERWARDS
                                        .matcher(text)
                                        .replaceFirst(found -> Matcher.quoteReplacement(
                                                "<div class=\"afterwards\">" + found.group() + "</div>"))
                                : text);
                asked = false;
            }
        }
        return html.toString();
    }

    private static String marked(MatchResult heading, List<Section> titles) {
        Section section = new Section("section-" + titles.size(), heading.group(2));
        titles.add(section);
        String level = heading.group(1);
        return Matcher.quoteReplacement(
                "<h" + level + " id=\"" + section.id() + "\">" + section.title() + "</h" + level + ">");
    }

    private static String code(NotebookCell cell) {
        String source = cell.source();
        if (source.isBlank()) {
            return "";
        }
        boolean folded = source.startsWith(IMPORTS);
        StringBuilder html = new StringBuilder("<details class=\"code\"")
                .append(folded ? ">" : " open>")
                .append("<summary>")
                .append(folded ? "imports" : "code")
                .append("</summary><pre><code>")
                .append(JavaCode.html(source))
                .append("</code></pre></details>\n");
        for (JsonElement output : cell.outputs()) {
            html.append(CellOutput.html(output.getAsJsonObject()));
        }
        return html.toString();
    }

    /** The film that a figure of this chapter shows, as HTML; empty when there is none. */
    String film(String figure) {
        int caption = body.indexOf("id=\"figure-" + figure + "\"");
        int film = caption < 0 ? -1 : body.lastIndexOf("<figure class=\"noisebook-film\"", caption);
        int end = film < 0 ? -1 : body.indexOf("</script>", film);
        return end < 0 || end > caption ? "" : body.substring(film, end + "</script>".length());
    }
}
