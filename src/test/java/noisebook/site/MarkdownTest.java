package noisebook.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MarkdownTest {
    @Test
    void formulasInTextInTablesAndInFoldedSolutionsAreSet() {
        String html = Markdown.html("""
                Let $x_0$ be *clean*.

                | a | b |
                |---|---|
                | $y_1$ | 2 |

                <details><summary>Solution</summary>Because $z_*$ is.</details>
                """);
        assertThat(html).contains("<em>clean</em>", "<table>").doesNotContain("$");
        assertThat(html.split("<span class=\"formula\"", -1)).hasSize(4);
    }

    @Test
    void aFormulaOnItsOwnMaySpanLinesThatMarkdownWouldRead() {
        assertThat(Markdown.html("$$a\n- b\n= c$$"))
                .contains("<span class=\"display formula\"><svg")
                .doesNotContain("<li>", "<h1>");
    }

    @Test
    void dollarsThatEncloseNoFormulaStay() {
        assertThat(Markdown.html("It costs $5 or $6, and `$x$` is code.\n\n```\n$y$\n```\n"))
                .contains("$5 or $6", "<code>$x$</code>", "$y$")
                .doesNotContain("<svg");
    }
}
