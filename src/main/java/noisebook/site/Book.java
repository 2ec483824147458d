package noisebook.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import noisebook.io.Resource;
import noisebook.lesson.ArticleIndex;
import noisebook.lesson.FigureIndex;
import noisebook.plot.Html;

/** The lessons as static pages: an opening page, one page a lesson, nothing loaded from elsewhere, all of it readable without a script. */
public final class Book {
    /** The page that opens it. */
    public static final String CONTENTS = "index.html";

    private static final String TITLE = "Noisebook";

    /** The figure whose film moves on the opening page. */
    private static final String OPENING = "5.8";

    /** Keeps the place of a link that leads nowhere. */
    private static final String NOWHERE = "<span></span>";

    private final List<Chapter> chapters;
    private final Path pictures;
    private final String style = resource("style.css");

    private Book(List<Chapter> chapters, Path pictures) {
        this.chapters = chapters;
        this.pictures = pictures;
    }

    /**
     * Reads the notebooks, in the order of the book; the picture of lesson N is {@code images/lesson-N.png} beside them.
     *
     * @throws IOException if one is missing, is no notebook, or has a formula that cannot be set
     */
    public static Book of(List<Path> notebooks) throws IOException {
        List<Chapter> chapters = new ArrayList<>();
        for (Path notebook : notebooks) {
            chapters.add(Chapter.read(notebook));
        }
        return new Book(chapters, notebooks.get(0).resolveSibling("images"));
    }

    /**
     * Writes all pages.
     *
     * @return the pages, the opening page first
     * @throws IOException if they cannot be written
     */
    public List<Path> write(Path folder) throws IOException {
        List<Path> pages = new ArrayList<>();
        pages.add(save(folder.resolve(CONTENTS), page(TITLE, "opening", "", opening())));
        for (int i = 0; i < chapters.size(); i++) {
            Chapter chapter = chapters.get(i);
            String turning = turning(i);
            String body = contents(chapter) + "<main>\n" + chapter.body() + "</main>\n";
            pages.add(save(
                    folder.resolve(file(chapter)),
                    page(plain(chapter.title()), "chapter", turning, body + resource("follow.html"))));
        }
        return pages;
    }

    private static Path save(Path page, String html) throws IOException {
        return Files.writeString(page, html);
    }

    private String page(String title, String kind, String turning, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>$TITLE</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>
                $STYLE</style></head>
                <body class="$KIND">
                $TURNING$BODY$TURNING</body></html>
                """.replace("$TITLE", title)
                .replace("$STYLE", style)
                .replace("$KIND", kind)
                .replace("$TURNING", turning)
                .replace("$BODY", body);
    }

    private String opening() throws IOException {
        StringBuilder html = new StringBuilder("<main>\n<header><div><h1>" + TITLE + "</h1>\n"
                + "<p class=\"lead\">How machines make pictures, taught in Java notebooks. Every figure is computed,"
                + " every formula tested, offline, in minutes on two processor cores.</p>\n");
        if (!chapters.isEmpty()) {
            html.append("<p>")
                    .append(link(file(chapters.get(0)), "Begin with lesson 1 →"))
                    .append("</p>");
        }
        html.append("</div>\n")
                .append(chapters.stream().map(chapter -> chapter.film(OPENING)).reduce("", String::concat))
                .append("</header>\n<ol class=\"lessons\">\n");
        for (Chapter chapter : chapters) {
            html.append(card(chapter));
        }
        return html.append("</ol>\n")
                .append(articles())
                .append("</main>\n")
                .append(resource("opening.html"))
                .toString();
    }

    private String card(Chapter chapter) throws IOException {
        StringBuilder html = new StringBuilder("<li>");
        Path picture = pictures.resolve("lesson-" + chapter.number() + ".png");
        if (Files.exists(picture)) {
            html.append("<img alt=\"\" src=\"data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(Files.readAllBytes(picture)))
                    .append("\">");
        }
        html.append("<div><h2>").append(link(file(chapter), chapter.title())).append("</h2>\n");
        if (!chapter.question().isEmpty()) {
            html.append("<p>").append(chapter.question()).append("</p>\n");
        }
        html.append("<p class=\"facts\">")
                .append(chapter.minutes())
                .append(" minutes to read · ")
                .append(FigureIndex.of(chapter.number()).size())
                .append(" figures</p>\n<details><summary>contents</summary><ul>");
        for (Chapter.Section section : chapter.sections()) {
            html.append("<li>")
                    .append(link(file(chapter) + "#" + section.id(), section.title()))
                    .append("</li>\n");
        }
        return html.append("</ul></details></div></li>\n").toString();
    }

    /** Which figure shows what of the articles. */
    private String articles() {
        ArticleIndex index = new ArticleIndex();
        for (Chapter chapter : chapters) {
            for (FigureIndex.Listed figure : FigureIndex.of(chapter.number())) {
                String link = "<a href=\"" + file(chapter) + "#figure-" + figure.number() + "\" title=\""
                        + Html.escape(figure.title()) + "\">" + figure.number() + "</a>";
                figure.places().forEach(place -> index.add(place, link));
            }
        }
        if (index.isEmpty()) {
            return "";
        }
        StringBuilder html =
                new StringBuilder("<h2 id=\"articles\">The figures of the articles</h2>\n<div class=\"articles\">");
        index.forEach((article, sections) -> {
            ArticleIndex.Article known = ArticleIndex.ARTICLES.get(article);
            html.append("<section><h3>")
                    .append(Html.escape(known == null ? article : known.english()))
                    .append("</h3>")
                    .append(sections)
                    .append("</section>\n");
        });
        return html.append("</div>\n").toString();
    }

    /** The column that stands beside a lesson. */
    private static String contents(Chapter chapter) {
        StringBuilder html = new StringBuilder("<nav class=\"contents\" aria-label=\"In this lesson\"><ol>\n");
        for (Chapter.Section section : chapter.sections()) {
            html.append("<li>")
                    .append(link("#" + section.id(), section.title()))
                    .append("</li>\n");
        }
        return html.append("</ol></nav>\n").toString();
    }

    private String turning(int i) {
        String previous = i == 0 ? NOWHERE : turn("prev", "← %s", chapters.get(i - 1));
        String next = i + 1 == chapters.size() ? NOWHERE : turn("next", "%s →", chapters.get(i + 1));
        return "<nav class=\"turning\">" + previous + link(CONTENTS, TITLE) + next + "</nav>\n";
    }

    private static String turn(String relation, String words, Chapter chapter) {
        return "<a rel=\"" + relation + "\" href=\"" + file(chapter) + "\">" + words.replace("%s", chapter.title())
                + "</a>";
    }

    private static String link(String address, String text) {
        return "<a href=\"" + address + "\">" + text + "</a>";
    }

    private static String file(Chapter chapter) {
        return chapter.name() + ".html";
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", "");
    }

    private static String resource(String name) {
        return Resource.text(Book.class, name);
    }
}
