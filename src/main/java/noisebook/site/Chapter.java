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
 * @param title as HTML
 * @param sections what its contents list
 * @param body text, code and outputs as HTML
 */
record Chapter(String name, String title, List<Section> sections, String body) {
    private static final Pattern HEADING = Pattern.compile("(?s)<h([12])>(.*?)</h\\1>");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"/:]+)\\.ipynb");

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
        StringBuilder cells = new StringBuilder();
        for (NotebookCell cell : NotebookFile.read(notebook).cells()) {
            try {
                cells.append(cell.isCode() ? code(cell) : Markdown.html(cell.source()));
            } catch (IllegalArgumentException e) {
                throw new IOException(notebook + ": " + e.getMessage(), e);
            }
        }
        List<Section> titles = new ArrayList<>();
        String body = HEADING.matcher(cells).replaceAll(heading -> marked(heading, titles));
        body = LINK.matcher(body).replaceAll("href=\"$1.html");
        String title = titles.isEmpty() ? Html.escape(name) : titles.get(0).title();
        return new Chapter(name, title, titles.subList(Math.min(1, titles.size()), titles.size()), body);
    }

    private static String marked(MatchResult heading, List<Section> titles) {
        Section section = new Section("section-" + titles.size(), heading.group(2));
        titles.add(section);
        String level = heading.group(1);
        return Matcher.quoteReplacement(
                "<h" + level + " id=\"" + section.id() + "\">" + section.title() + "</h" + level + ">");
    }

    private static String code(NotebookCell cell) {
        if (cell.source().isBlank()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<pre class=\"code\"><code>")
                .append(Html.escape(cell.source()))
                .append("</code></pre>\n");
        for (JsonElement output : cell.outputs()) {
            html.append(CellOutput.html(output.getAsJsonObject()));
        }
        return html.toString();
    }
}
