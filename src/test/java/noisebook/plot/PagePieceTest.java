package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PagePieceTest {
    private static PagePiece piece(String text) {
        return PagePiece.of(PagePieceTest.class, "piece").text("TEXT", text).data("DATA", List.of("</script>", 1));
    }

    @Test
    void valuesAreEscapedForWhereTheyStand() {
        assertThat(piece("a < $b & $DATA").html())
                .contains("<p>a &lt; $b &amp; $DATA</p>", "[\"\\u003c/script\\u003e\",1]")
                .containsOnlyOnce("</script>");
    }

    @Test
    void thePieceIsNamedAfterItsValues() {
        assertThat(piece("a").html())
                .isEqualTo(piece("a").html())
                .isNotEqualTo(piece("b").html());
        assertThat(piece("a").html()).containsPattern("data-id=\"[0-9a-f]+\"");
    }

    @Test
    void aForgottenValueIsNamed() {
        assertThatThrownBy(() -> PagePiece.of(PagePieceTest.class, "piece").html())
                .hasMessage("the template needs a value for $TEXT");
    }
}
