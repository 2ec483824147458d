package noisebook.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import noisebook.lesson.Figure;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

final class RenderingTest {
    private record Size(int[] size, String unit) {}

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
        MimeBundle bundle = Rendering.of(Table.create(DoubleColumn.create("x", new double[53])));
        assertThat(bundle.data().get("text/html")).contains("3 more rows");
        assertThat(bundle.plain()).endsWith("20 of 53 rows").hasLineCount(24);
    }

    @Test
    void arraysMapsAndRecordsRead() {
        assertThat(plain(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(plain(new float[784])).endsWith("… 784 in all]").hasSizeLessThan(140);
        assertThat(plain(new double[][] {{1}, {2, 3}})).isEqualTo("[[1.0], [2.0, 3.0]]");
        assertThat(plain(new TreeMap<>(Map.of("a", 1, "b", List.of(2))))).isEqualTo("a: 1\nb: [2]");
        assertThat(plain(new Size(new int[] {28, 28}, "px"))).isEqualTo("Size[size=[28, 28], unit=px]");
        assertThat(plain(new Named("x"))).isEqualTo("Named[name=x]");
    }

    @Test
    void veryLongTextIsCut() {
        assertThat(plain("x".repeat(100_000))).hasSizeLessThan(4_100).endsWith("…");
    }

    @Test
    void figureHoldsItsImageOnce() {
        Figure figure = Figure.of("1.1", "T").image(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
        MimeBundle bundle = Rendering.of(figure);
        assertThat(bundle.data()).containsOnlyKeys("text/html", "text/plain");
        assertThat(bundle.data().get("text/html").split("iVBORw0KGgo", -1)).hasSize(2);
    }

    @Test
    void chartOfTheReadersOwnIsAPicture() {
        var chart = new org.knowm.xchart.XYChartBuilder().width(200).height(100).build();
        chart.addSeries("y", new double[] {1, 2}, new double[] {1, 4});
        MimeBundle bundle = Rendering.of(chart);
        assertThat(bundle.data().get("image/png")).startsWith("iVBORw0KGgo");
        assertThat(bundle.plain()).isEqualTo("chart, 200 × 100");
    }

    @Test
    void tensorIsItsShapeTypeAndValuesAndAPictureWhenItLooksLikeOne() {
        try (NDManager manager = NDManager.newBaseManager()) {
            MimeBundle vector = Rendering.of(manager.create(new float[] {1, 2.5f}));
            assertThat(vector.plain())
                    .startsWith("NDArray (2) float32 on cpu()")
                    .contains("2.5");
            assertThat(vector.data()).doesNotContainKey("image/png");
            assertThat(Rendering.of(manager.ones(new Shape(5, 1, 28, 28))).data())
                    .containsKeys("image/png", "text/plain");
            assertThat(Rendering.of(manager.ones(new Shape(28, 28)).neg()).data())
                    .containsKey("image/png");
            assertThat(Rendering.of(manager.ones(new Shape(28, 28)).mul(3)).data())
                    .doesNotContainKey("image/png");
            assertThat(Rendering.of(manager.ones(new Shape(784, 400))).data()).doesNotContainKey("image/png");
            assertThat(Rendering.of(manager.full(new Shape(1, 9, 9), 200, DataType.UINT8))
                            .data())
                    .containsKey("image/png");
            NDArray closed = manager.ones(new Shape(2));
            closed.close();
            assertThat(plain(closed)).isEqualTo("NDArray, closed");
        }
    }

    @Test
    void everyKindOfRichValueIsLoadable() {
        assertThat(Rendering.kinds()).hasSize(5).allSatisfy(name -> Class.forName(name));
    }

    @Test
    void renderingANumberLoadsNoLibrary() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RendersANumber.class.getName())
                .redirectErrorStream(true)
                .start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(log)
                .contains("shown: 2", "noisebook.notebook.Rendering")
                .doesNotContain("ai.djl.", "org.knowm.", "tech.tablesaw.");
    }
}
