package noisebook.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import noisebook.io.ImageBytes;

/**
 * All frames of a film in strips of eight, each a PNG where that fits its share of the space, else the best JPEG that does.
 *
 * <p>Fifty frames of a 10 × 10 grid of noisy digits are 3.9 million pixels, and 300 KB leave them half a bit each: no lossless code can do that. Strips
 * of clean digits need little and leave their share to the noisy ones; strips of pure noise may end at half the resolution.
 *
 * @param urls a {@code data:} address per strip
 * @param cellWidth pixels from one frame to the next
 * @param width of a frame
 * @param height of a frame
 */
record SpriteSheet(List<String> urls, int cellWidth, int width, int height) {
    /** Frames in a strip. */
    static final int COLUMNS = 8;

    private static final int GREY_BUDGET = 196_000;
    private static final int COLOR_BUDGET = 330_000;
    private static final int STILL_BUDGET = 18_000;
    private static final int MAX_WIDTH = 640;
    private static final int BLOCK = 8; // JPEG's, so that no frame bleeds into its neighbour

    static SpriteSheet of(List<BufferedImage> frames) {
        List<BufferedImage> shown = frames.stream().map(SpriteSheet::shrunk).toList();
        int strips = (shown.size() + COLUMNS - 1) / COLUMNS;
        List<BufferedImage> sheets = IntStream.range(0, strips)
                .mapToObj(strip -> strip(shown.subList(strip * COLUMNS, Math.min((strip + 1) * COLUMNS, shown.size()))))
                .toList();
        BufferedImage first = shown.get(0);
        List<byte[]> lossless =
                grey(first) ? sheets.stream().map(Png::bytes).toList() : Delta.pngs(sheets, cell(first));
        int left = grey(first) ? GREY_BUDGET : COLOR_BUDGET;
        String[] urls = new String[strips];
        int[] cheapestFirst = IntStream.range(0, strips)
                .boxed()
                .sorted(Comparator.comparingInt(strip -> lossless.get(strip).length))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int done = 0; done < strips; done++) {
            int strip = cheapestFirst[done];
            Encoded encoded = fit(sheets.get(strip), lossless.get(strip), left / (strips - done));
            urls[strip] = Png.url(encoded.format, encoded.bytes);
            left = Math.max(0, left - encoded.bytes.length);
        }
        return new SpriteSheet(Arrays.asList(urls), cell(first), first.getWidth(), first.getHeight());
    }

    /** A {@code data:} address of one frame. */
    static String still(BufferedImage frame) {
        BufferedImage shown = shrunk(frame);
        Encoded encoded = fit(shown, Png.bytes(shown), grey(shown) ? STILL_BUDGET : 2 * STILL_BUDGET);
        return Png.url(encoded.format, encoded.bytes);
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over at once, never compared
    private record Encoded(String format, byte[] bytes) {}

    /** The first of ever coarser codes that fits, else the coarsest. */
    private static Encoded fit(BufferedImage image, byte[] lossless, int budget) {
        if (lossless.length <= budget) {
            return new Encoded("png", lossless);
        }
        Encoded encoded = jpeg(image, budget, .9, .75, .6, .45, .3);
        if (!grey(image)) {
            return encoded.bytes.length < lossless.length ? encoded : new Encoded("png", lossless);
        }
        if (encoded.bytes.length > budget) {
            encoded = jpeg(image, budget, .2, .12, .07, .04, .02);
        }
        return encoded.bytes.length > budget ? jpeg(scaled(image, .5), budget, .5, .3, .2, .1, .05, .02) : encoded;
    }

    private static Encoded jpeg(BufferedImage image, int budget, double... qualities) {
        byte[] bytes = {};
        for (double quality : qualities) {
            bytes = ImageBytes.of("jpeg", image, quality);
            if (bytes.length <= budget) {
                break;
            }
        }
        return new Encoded("jpeg", bytes);
    }

    private static BufferedImage strip(List<BufferedImage> frames) {
        BufferedImage first = frames.get(0);
        int type = grey(first) ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        BufferedImage strip = new BufferedImage(COLUMNS * cell(first), first.getHeight(), type);
        Graphics2D g = strip.createGraphics();
        for (int i = 0; i < frames.size(); i++) {
            g.drawImage(frames.get(i), i * cell(first), 0, null);
        }
        g.dispose();
        return strip;
    }

    private static int cell(BufferedImage frame) {
        return (frame.getWidth() + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static boolean grey(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_BYTE_GRAY;
    }

    private static BufferedImage shrunk(BufferedImage frame) {
        return frame.getWidth() > MAX_WIDTH ? scaled(frame, .5) : frame;
    }

    private static BufferedImage scaled(BufferedImage image, double factor) {
        BufferedImage result = new BufferedImage(
                (int) (image.getWidth() * factor), (int) (image.getHeight() * factor), image.getType());
        Graphics2D g = result.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, result.getWidth(), result.getHeight(), null);
        g.dispose();
        return result;
    }
}
