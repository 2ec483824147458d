package noisebook.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BookTest {
    @TempDir
    private Path folder;

    private Path notebook(String name, Map<?, ?>... cells) throws IOException {
        Map<String, Object> json = Map.of("nbformat", 4, "nbformat_minor", 5, "metadata", Map.of(), "cells", cells);
        return Files.writeString(folder.resolve(name), new Gson().toJson(json));
    }

    private static Map<?, ?> text(String source) {
        return Map.of("cell_type", "markdown", "source", source);
    }

    private static Map<?, ?> code(String source, Map<?, ?>... outputs) {
        return Map.of("cell_type", "code", "source", source, "outputs", outputs);
    }

    private static Map<?, ?> shown(String mimeType, String content) {
        return Map.of("output_type", "display_data", "data", Map.of(mimeType, List.of(content), "text/plain", "plain"));
    }

    @Test
    void lessonsFollowEachOtherAndTheContentsLeadToTheirSections() throws IOException {
        Path first = notebook("01-a.ipynb", text("# One"), text("## Why\n\nSee [two](02-b.ipynb)."));
        Path second = notebook("02-b.ipynb", text("# Two & a half"));
        List<Path> pages = Book.of(List.of(first, second)).write(folder);
        assertThat(pages)
                .extracting(page -> page.getFileName().toString())
                .containsExactly("index.html", "01-a.html", "02-b.html");
        assertThat(pages.get(0))
                .content()
                .contains("href=\"01-a.html#section-1\">Why<", "href=\"02-b.html\">Two &amp; a half<");
        assertThat(pages.get(1))
                .content()
                .contains(
                        "<h2 id=\"section-1\">Why</h2>",
                        "<a href=\"02-b.html\">two</a>",
                        "rel=\"next\" href=\"02-b.html\"")
                .doesNotContain("rel=\"prev\"");
        assertThat(pages.get(2))
                .content()
                .contains("rel=\"prev\" href=\"01-a.html\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void outputsStandBelowTheirCodeInTheirRichestForm() throws IOException {
        Path notebook = notebook(
                "01.ipynb",
                code("a < b", shown("text/html", "<b>rich</b>"), shown("image/png", "iVBOR")),
                code("print", Map.of("output_type", "stream", "text", List.of("1 < ", "\u001B[31m2"))),
                code("bad", Map.of("output_type", "error", "ename", "Oops", "evalue", "no", "traceback", List.of())));
        Path page = Book.of(List.of(notebook)).write(folder).get(1);
        assertThat(page)
                .content()
                .containsSubsequence("a &lt; b", "<b>rich</b>", "data:image/png;base64,iVBOR", "1 &lt; 2", "Oops: no")
                .doesNotContain("plain");
    }

    @Test
    void codeIsColouredAndImportsAreFolded() throws IOException {
        Path notebook = notebook("01.ipynb", code("import java.util.List;"), code("int n = 2; // of a \"List\""));
        assertThat(Book.of(List.of(notebook)).write(folder).get(1))
                .content()
                .contains(
                        "<details class=\"code\"><summary>imports</summary>",
                        "<details class=\"code\" open><summary>code</summary><pre><code><span class=\"keyword\">int</span>"
                                + " n = <span class=\"number\">2</span>;"
                                + " <span class=\"comment\">// of a &quot;List&quot;</span>");
    }

    @Test
    void whatIsSaidOfAFigureWaitsUntilItsQuestionIsAnswered() throws IOException {
        String after = "**What to look at.** It is 3.\n\n## Next";
        Path notebook = notebook(
                "01.ipynb", text(after), code("a", shown("text/html", "<div data-predict=\"1\"></div>")), text(after));
        assertThat(Book.of(List.of(notebook)).write(folder).get(1))
                .content()
                .containsOnlyOnce("<div class=\"afterwards\"><p><strong>What to look at.</strong> It is 3.</p>\n</div>"
                        + "<h2 id=\"section-1\">");
    }

    @Test
    void theOpeningPageHasAQuestionForEachLessonAndLeadsFromTheArticlesToTheFigures() throws IOException {
        Path notebook = notebook(
                "01-a.ipynb",
                text("# Lesson 1. A\n\n**The question.** Why?"),
                code("a", shown("text/html", "<figcaption><b>1.3  T</b></figcaption>")));
        List<Path> pages = Book.of(List.of(notebook)).write(folder);
        assertThat(pages.get(0))
                .content()
                .contains(
                        "<p>Why?</p>",
                        "minutes to read",
                        "Autoencoders: reconstruction losses",
                        "href=\"01-a.html#figure-1.3\"");
        assertThat(pages.get(1)).content().contains("<figcaption id=\"figure-1.3\">");
    }

    @Test
    void aFormulaThatCannotBeSetNamesItsNotebook() throws IOException {
        Path notebook = notebook("01.ipynb", text("$\\nonsense$"));
        assertThatIOException()
                .isThrownBy(() -> Book.of(List.of(notebook)))
                .withMessageContaining("01.ipynb: the formula \\nonsense cannot be set");
    }

    @Test
    void theLessonsFitTheWebAndLoadNothingFromElsewhere() throws IOException {
        try (Stream<Path> notebooks = Files.list(Path.of("notebooks"))) {
            Book book = Book.of(notebooks
                    .filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList());
            assertThat(book.write(folder))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(page -> assertThat(page)
                            .content()
                            .doesNotContainPattern("(?:src|srcset|data)=\"(?!data:)|url\\((?!data:)|@import|<link "))
                    .allSatisfy(page -> assertThat(Files.size(page)).isLessThan(1_500_000));
        }
    }
}
