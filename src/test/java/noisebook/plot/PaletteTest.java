package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PaletteTest {
    @Test
    void colourMapsRunThroughTheirAnchors() {
        assertThat(ColorMap.GREY.rgb(.2)).isEqualTo(0x333333);
        assertThat(ColorMap.VIRIDIS.rgb(0)).isEqualTo(0x440154);
        assertThat(ColorMap.VIRIDIS.rgb(7)).isEqualTo(0xFDE725);
        assertThat(ColorMap.DIVERGING.rgb(.5)).isEqualTo(0xF7F7F7);
    }

    @Test
    void fieldColoursGrowLighterWithTheValue() {
        double[] light = IntStream.rangeClosed(0, 20)
                .mapToDouble(i -> luminance(new Color(ColorMap.VIRIDIS.rgb(i / 20.))))
                .toArray();
        assertThat(light).isSorted();
    }

    @Test
    void digitsAndSeriesHaveColoursOfTheirOwn() {
        assertThat(IntStream.range(0, 10).mapToObj(Palette::label)).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 8).mapToObj(Palette::series)).doesNotHaveDuplicates();
    }

    private static double luminance(Color color) {
        return .2126 * color.getRed() + .7152 * color.getGreen() + .0722 * color.getBlue();
    }
}
