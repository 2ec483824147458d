package noisebook.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class FormulaTest {
    private static double width(String svg) {
        return Double.parseDouble(svg.replaceAll("(?s).*width:([0-9.]+)em.*", "$1"));
    }

    @Test
    void becomesAnOutlineWithoutFontsInTheColourOfTheText() {
        String svg = Formula.svg("\\bar\\alpha_t", false);
        assertThat(svg)
                .startsWith("<span class=\"formula\"><svg ")
                .contains("<path d=\"M")
                .doesNotContain("font", "<text", "#");
    }

    @Test
    void twoLettersAreAsWideAsEachAndNoMore() {
        assertThat(width(Formula.svg("xx", false))).isCloseTo(2 * width(Formula.svg("x", false)), within(.06));
    }

    @Test
    void aFractionSinksBelowTheLineAndALetterDoesNot() {
        assertThat(Formula.svg("x", false)).containsPattern("vertical-align:-?0\\.0");
        assertThat(Formula.svg("\\frac12", true)).containsPattern("vertical-align:-0\\.[5-9]");
    }

    @Test
    void isReadAloudAsItsSource() {
        assertThat(Formula.svg("a<\"b\"", false)).contains("aria-label=\"a&lt;&quot;b&quot;\"");
    }

    @Test
    void barsThatOpenAndCloseAreKnown() {
        assertThat(Formula.svg("\\lvert x \\rvert", false)).contains("<path d=\"M");
    }

    @Test
    void namesTheFormulaThatCannotBeSet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Formula.svg("\\nonsense{x}", false))
                .withMessageContaining("the formula \\nonsense{x} cannot be set")
                .withMessageContaining("nonsense");
    }
}
