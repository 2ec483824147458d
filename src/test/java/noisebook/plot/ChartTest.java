package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChartTest {
    private static final Chart EMPTY = Chart.of("Title", "x (1)", "y (1)");
    private static final double[] X = {0, 1, 2};
    private static final double[] Y = {1, 3, 2};

    @Test
    void imageHasTwiceTheLogicalPixels() {
        BufferedImage image = EMPTY.line("a", X, Y).size(400, 300).image();
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getHeight()).isEqualTo(600);
    }

    @Test
    void sameChartGivesTheSameBytes() {
        Chart chart = EMPTY.line("a", X, Y).band("target", 1, 2).circle(1, 1, 1);
        assertThat(Png.bytes(chart.image())).isEqualTo(Png.bytes(chart.image()));
    }

    @Test
    void chartsAreImmutable() {
        Chart one = EMPTY.line("a", X, Y);
        byte[] before = Png.bytes(one.image());
        one.line("b", X, X).logX().equalAspect();
        assertThat(Png.bytes(one.image())).isEqualTo(before);
    }

    @Test
    void everySeriesTakesTheNextColourOfThePalette() {
        BufferedImage image =
                EMPTY.line("a", X, Y).line("b", X, X).dots("c", X, Y).image();
        for (int series = 0; series < 3; series++) {
            assertThat(Drawings.count(image, Palette.series(series)))
                    .as("series %d", series)
                    .isGreaterThan(300);
        }
        assertThat(Drawings.count(image, Palette.series(3))).isZero();
    }

    @Test
    void classesTakeTheColourOfTheirLabel() {
        BufferedImage image = EMPTY.classes(new float[] {0, 0, 1, 1, 2, 2}, new int[] {4, 0, 4})
                .image();
        assertThat(Drawings.count(image, Palette.label(4))).isPositive();
        assertThat(Drawings.count(image, Palette.label(0))).isPositive();
        assertThat(Drawings.count(image, Palette.label(1))).isZero();
    }

    @Test
    void fieldPaintsTheColoursOfItsMap() {
        Field halves = Field.of(-1, 1, 2, (x, y) -> Math.signum(x));
        BufferedImage image = EMPTY.field(halves, ColorMap.DIVERGING, -1, 1).image();
        long low = Drawings.count(image, new Color(ColorMap.DIVERGING.rgb(0)));
        long high = Drawings.count(image, new Color(ColorMap.DIVERGING.rgb(1)));
        assertThat(low).isGreaterThan(100_000).isCloseTo(high, within(high / 20));
    }

    @Test
    void aSteppedFieldHasNoColoursButTheAnchorsOfItsMapAndSoHasItsScale() {
        Field slope = Field.of(0, 1, 100, (x, y) -> x);
        BufferedImage stepped =
                EMPTY.steppedField(slope, ColorMap.DIVERGING, 0, 1).image();
        Color anchor = new Color(ColorMap.DIVERGING.rgb(1 / 6.));
        Color between = new Color(ColorMap.DIVERGING.rgb(.25));
        assertThat(Drawings.count(stepped, anchor)).isGreaterThan(40_000);
        assertThat(Drawings.count(stepped, between)).isZero();
        BufferedImage smooth = EMPTY.field(slope, ColorMap.DIVERGING, 0, 1).image();
        assertThat(Drawings.count(smooth, anchor)).isLessThan(20_000);
    }

    @Test
    void equalAspectDrawsCirclesRound() {
        BufferedImage image = EMPTY.field(Field.of(-2, 2, 200, (x, y) -> Math.hypot(x, y) < 1 ? 1 : 0), ColorMap.GREY)
                .size(500, 300)
                .equalAspect()
                .image();
        int row = image.getHeight() / 2;
        int column = image.getWidth() / 2;
        long across = 0;
        long down = 0;
        for (int i = 150; i < 800; i++) {
            across += (image.getRGB(i, row - 60) & 0xFF) > 250 ? 1 : 0;
            down += i < image.getHeight() - 150 && (image.getRGB(column - 80, i) & 0xFF) > 250 ? 1 : 0;
        }
        assertThat((double) across).as("across %d, down %d", across, down).isCloseTo(down, within(.2 * down));
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 170, 190, 199, 200})
    void aLowChartStillShowsItsData(int height) {
        double[] values = new Random(3).doubles(1000).toArray();
        BufferedImage image =
                EMPTY.histogram("values", values, 0, 1, 10).size(420, height).image();
        BufferedImage higher = EMPTY.histogram("values", values, 0, 1, 10)
                .size(420, height + 30)
                .image();
        assertThat(ink(image)).isGreaterThan(20_000).isLessThan(ink(higher));
    }

    private static long ink(BufferedImage image) {
        return Drawings.count(image, rgb -> rgb != 0xFFFFFF);
    }

    @Test
    void aChartWithoutRoomForItsAxesSaysWhatItNeeds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.line("a", X, Y).size(420, 90).image())
                .withMessageMatching(
                        "chart \"Title\" has no room for its data in 420 × 90 pixels: make it at least 420 × 1\\d\\d");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.line("a", X, Y).size(60, 300).image())
                .withMessageMatching(".* in 60 × 300 pixels: make it at least 1\\d\\d × 300");
    }

    @Test
    void theLeastSizeThatIsNamedIsEnough() {
        String message =
                catchThrowable(() -> EMPTY.line("a", X, Y).size(60, 60).image()).getMessage();
        int[] least = Pattern.compile("\\d+")
                .matcher(message.substring(message.indexOf("at least")))
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .toArray();
        assertThat(EMPTY.line("a", X, Y).size(least[0], least[1]).image().getHeight())
                .isEqualTo(2 * least[1]);
    }

    @Test
    void logarithmicAxesWantPositiveValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.line("a", X, Y).logX().image())
                .withMessage("a logarithmic x axis needs positive values, was 0.0");
    }

    @Test
    void badSeriesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.line("loss", X, new double[2]))
                .withMessage("x of \"loss\" and y of \"loss\" must be equally long, were 3 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.line("loss", X, new double[] {0, Double.NaN, 1}))
                .withMessage("y of \"loss\"[1] must be finite, was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.line("loss", new double[0], new double[0]))
                .withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.cloud("points", new float[3]))
                .withMessageContaining("(N, 2) array, had 3 numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.classes(new float[4], new int[3]))
                .withMessageContaining("were 2 and 3");
    }

    @Test
    void badFramesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.of("Title", "", "y (1)"))
                .withMessageStartingWith("xLabel is blank");
        assertThatIllegalArgumentException().isThrownBy(EMPTY::image).withMessageContaining("nothing to draw");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.size(0, 10))
                .withMessage("width must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.yRange(1, Double.NaN))
                .withMessageContaining("[1.0, NaN]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPTY.band("floor", 2, 1))
                .withMessageContaining("2.0 > 1.0");
    }
}
