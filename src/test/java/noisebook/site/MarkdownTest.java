package noisebook.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownTest {
    private static String html(String source) {
        return Markdown.html(source, new FormulaNumbers(List.of(source)));
    }

    @Test
    void formulasInTextInTablesAndInFoldedSolutionsAreSet() {
        String html = html("""
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
        assertThat(html("$$a\n- b\n= c$$"))
                .contains("<span class=\"display formula\"><svg")
                .doesNotContain("<li>", "<h1>");
    }

    @Test
    void dollarsThatEncloseNoFormulaStay() {
        assertThat(html("It costs $5 or $6, and `$x$` is code.\n\n```\n$y$\n```\n"))
                .contains("$5 or $6", "<code>$x$</code>", "$y$")
                .doesNotContain("<svg");
    }

    @Test
    void formulasAreNumberedAndTheFirstUseOfASymbolLeadsToItsFormula() {
        String html = html(
                "Be $\\mu$ a mean, $\\mu$ again, $x_t$ a state.\n\n$$a = \\mu + 1$$\n\n$$x_t = \\mu_t$$\n\nAnd $q$.");
        assertThat(html)
                .contains("id=\"formula-1\"", ">(2)</a>")
                .containsOnlyOnce("class=\"symbol\" href=\"#formula-1\"")
                .containsOnlyOnce("class=\"symbol\" href=\"#formula-2\"");
    }
}
