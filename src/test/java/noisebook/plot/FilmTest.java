package noisebook.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import noisebook.data.Images;
import org.junit.jupiter.api.Test;

final class FilmTest {
    private static final Film COLOURS = Film.of(
            "Red & blue",
            List.of(Drawings.plain(40, 30, Color.RED), Drawings.plain(40, 30, Color.BLUE)),
            List.of("t = 1", "</script>"));

    @Test
    void fiftyFramesOfAHundredNoisyDigitsFitIn300Kilobytes() {
        String html = noising(50).html();
        assertThat(html.length()).isBetween(100_000, 300_000);
    }

    @Test
    void fiftyFramesOfPureNoiseFitIn300Kilobytes() {
        Random random = new Random(7);
        List<BufferedImage> frames =
                Stream.generate(() -> digits(0, random)).limit(50).toList();
        assertThat(Film.of("Noise", frames, captions(50)).html().length()).isLessThan(300_000);
    }

    @Test
    void pageNeedsNoNetwork() {
        assertThat(COLOURS.html()).doesNotContainPattern("https?:").doesNotContain("src=\"/");
    }

    @Test
    void pageShowsTheStillWhereScriptsDoNotRun() throws IOException {
        String html = COLOURS.still(0).html();
        String still = html.replaceAll("(?s).*<img src=\"data:image/png;base64,([^\"]+)\".*", "$1");
        BufferedImage image = ImageIO.read(
                new ByteArrayInputStream(java.util.Base64.getDecoder().decode(still)));
        assertThat(Drawings.count(image, Color.RED)).isEqualTo(40 * 30);
        assertThat(html).contains("alt=\"Red &amp; blue: t = 1\"");
    }

    @Test
    void captionsCannotEndTheScript() {
        assertThat(COLOURS.html().split("</script>", -1)).hasSize(2);
    }

    @Test
    void sameFilmGivesTheSamePageAndOtherFilmsOtherIds() {
        assertThat(COLOURS.html()).isEqualTo(COLOURS.html());
        assertThat(id(COLOURS)).isNotEqualTo(id(noising(3)));
    }

    @Test
    void gifHoldsEveryFrameItsDelayAndRepeats() throws IOException {
        byte[] gif = COLOURS.milliseconds(250).gif();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
        assertThat(reader.getNumImages(true)).isEqualTo(2);
        assertThat(Drawings.count(reader.read(1), Color.BLUE)).isEqualTo(40 * 30);
        IIOMetadataNode tree = (IIOMetadataNode) reader.getImageMetadata(1).getAsTree("javax_imageio_gif_image_1.0");
        IIOMetadataNode control = (IIOMetadataNode)
                tree.getElementsByTagName("GraphicControlExtension").item(0);
        assertThat(control.getAttribute("delayTime")).isEqualTo("25");
        assertThat(new String(gif, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("NETSCAPE2.0");
    }

    @Test
    void badFilmsAreNamed() {
        List<BufferedImage> frames = COLOURS.frames();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Film.of("f", frames, List.of("one")))
                .withMessage("frames and captions must be equally long, were 2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Film.of("f", List.of(), List.of()))
                .withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Film.of("f", List.of(frames.get(0), Drawings.plain(40, 31, Color.RED)), List.of("a", "b")))
                .withMessageContaining("40 × 30 and 40 × 31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COLOURS.still(2))
                .withMessage("still must be in [0, 1], was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COLOURS.milliseconds(0))
                .withMessage("milliseconds must be at least 1, was 0");
    }

    /** From clean digits to noise. */
    private static Film noising(int frames) {
        Random random = new Random(7);
        return Film.of(
                "Digits dissolve",
                IntStream.range(0, frames)
                        .mapToObj(i -> digits(Math.pow(Math.cos(Math.PI / 2 * i / frames), 2), random))
                        .toList(),
                captions(frames));
    }

    private static BufferedImage digits(double alphaBar, Random random) {
        return ImageGrid.of(Images.grey(28, 28, Drawings.noisyDigits(100, alphaBar, random)))
                .range(-1, 1)
                .frame();
    }

    private static List<String> captions(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t = " + i).toList();
    }

    private static String id(Film film) {
        return film.html().replaceAll("(?s).*?data-film=\"(\\w+)\".*", "$1");
    }
}
