package noisebook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

final class RenderingTest {
    private record Shape(int[] size, String unit) {}

    private record Named(String name) {}

    private static String plain(Object value) {
        return Rendering.of(value).plain();
    }

    @Test
    void nothingIsShownForNullAndForAHandle() {
        assertThat(Rendering.of(null).isEmpty()).isTrue();
        assertThat(Rendering.of(new Display("id")).isEmpty()).isTrue();
    }

    @Test
    void imageIsPngAndText() {
        MimeBundle bundle = Rendering.of(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
        assertThat(bundle.data().get("image/png")).startsWith("iVBORw0KGgo");
        assertThat(bundle.plain()).isEqualTo("image, 3 × 2");
    }

    @Test
    void tableIsEscapedHtmlAndText() {
        Table table = Table.create("t", StringColumn.create("<name>", "a&b"), DoubleColumn.create("x", .5));
        MimeBundle bundle = Rendering.of(table);
        assertThat(bundle.data().get("text/html"))
                .contains("<th>&lt;name&gt;</th>", "<td>a&amp;b</td>", "<td>0.5</td>");
        assertThat(bundle.plain()).contains("a&b", "0.5");
    }

    @Test
    void longTableIsCutAndSaysSo() {
        String html = Rendering.of(Table.create(DoubleColumn.create("x", new double[53])))
                .data()
                .get("text/html");
        assertThat(html).contains("3 more rows");
    }

    @Test
    void arraysMapsAndRecordsRead() {
        assertThat(plain(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(plain(new float[784])).endsWith("… 784 in all]").hasSizeLessThan(140);
        assertThat(plain(new double[][] {{1}, {2, 3}})).isEqualTo("[[1.0], [2.0, 3.0]]");
        assertThat(plain(new TreeMap<>(Map.of("a", 1, "b", List.of(2))))).isEqualTo("a: 1\nb: [2]");
        assertThat(plain(new Shape(new int[] {28, 28}, "px"))).isEqualTo("Shape[size=[28, 28], unit=px]");
        assertThat(plain(new Named("x"))).isEqualTo("Named[name=x]");
    }

    @Test
    void veryLongTextIsCut() {
        assertThat(plain("x".repeat(100_000))).hasSizeLessThan(4_100).endsWith("…");
    }

    @Test
    void figureHoldsItsImageOnce() {
        Figure figure = new Figure("1.1", "T", 0).image(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
        MimeBundle bundle = Rendering.of(figure);
        assertThat(bundle.data()).containsOnlyKeys("text/html", "text/plain");
        assertThat(bundle.data().get("text/html").split("iVBORw0KGgo", -1)).hasSize(2);
    }
}
