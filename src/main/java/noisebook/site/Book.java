package noisebook.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The lessons as static pages: contents, one page a lesson, nothing loaded from elsewhere. */
public final class Book {
    /** The page with the contents. */
    public static final String CONTENTS = "index.html";

    private static final String TITLE = "Noisebook";

    /** Keeps the place of a link that leads nowhere. */
    private static final String NOWHERE = "<span></span>";

    private final List<Chapter> chapters;
    private final String style = resource("style.css");

    private Book(List<Chapter> chapters) {
        this.chapters = chapters;
    }

    /**
     * Reads the notebooks, in the order of the book.
     *
     * @throws IOException if one is missing, is no notebook, or has a formula that cannot be set
     */
    public static Book of(List<Path> notebooks) throws IOException {
        List<Chapter> chapters = new ArrayList<>();
        for (Path notebook : notebooks) {
            chapters.add(Chapter.read(notebook));
        }
        return new Book(chapters);
    }

    /**
     * Writes all pages.
     *
     * @return the pages, the contents first
     * @throws IOException if they cannot be written
     */
    public List<Path> write(Path folder) throws IOException {
        List<Path> pages = new ArrayList<>();
        pages.add(save(folder.resolve(CONTENTS), page(TITLE, contents(), "")));
        for (int i = 0; i < chapters.size(); i++) {
            Chapter chapter = chapters.get(i);
            pages.add(save(folder.resolve(file(chapter)), page(plain(chapter.title()), chapter.body(), turning(i))));
        }
        return pages;
    }

    private static Path save(Path page, String html) throws IOException {
        return Files.writeString(page, html);
    }

    private String page(String title, String body, String turning) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>$TITLE</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>
                $STYLE</style></head>
                <body>
                $TURNING<main>
                $BODY</main>
                $TURNING</body></html>
                """.replace("$TITLE", title)
                .replace("$STYLE", style)
                .replace("$TURNING", turning)
                .replace("$BODY", body);
    }

    private String contents() {
        StringBuilder html = new StringBuilder(
                "<h1>" + TITLE + "</h1>\n"
                        + "<p>Generative computer vision in Java notebooks: every figure computed, every formula tested.</p>\n");
        for (Chapter chapter : chapters) {
            html.append("<h2>").append(link(file(chapter), chapter.title())).append("</h2>\n<ul class=\"sections\">\n");
            for (Chapter.Section section : chapter.sections()) {
                html.append("<li>")
                        .append(link(file(chapter) + "#" + section.id(), section.title()))
                        .append("</li>\n");
            }
            html.append("</ul>\n");
        }
        return html.toString();
    }

    private String turning(int i) {
        String previous = i == 0 ? NOWHERE : turn("prev", "← %s", chapters.get(i - 1));
        String next = i + 1 == chapters.size() ? NOWHERE : turn("next", "%s →", chapters.get(i + 1));
        return "<nav>" + previous + link(CONTENTS, "Contents") + next + "</nav>\n";
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
        try (InputStream stream = Objects.requireNonNull(Book.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
