package noisebook.plot;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Strips of frames in one palette in which every pixel equal to that of the first frame is transparent: axes and titles are stored once, and a frame is
 * drawn over the first.
 */
final class Delta {
    private static final int COLORS = 31;

    private Delta() {}

    /** The PNG files of {@code strips}, whose frames lie {@code cell} pixels apart. */
    static List<byte[]> pngs(List<BufferedImage> strips, int cell) {
        Quantizer quantizer = new Quantizer();
        List<int[]> pixels = strips.stream().map(Png::pixels).toList();
        pixels.forEach(quantizer::count);
        int[] palette = IntStream.concat(IntStream.of(quantizer.palette(COLORS)), IntStream.of(0))
                .toArray();
        int width = strips.get(0).getWidth();
        int[] base = pixels.get(0);
        return IntStream.range(0, strips.size())
                .mapToObj(strip -> {
                    byte[] codes = new byte[base.length];
                    for (int i = 0; i < codes.length; i++) {
                        byte code = quantizer.code(pixels.get(strip)[i]);
                        int x = i % width;
                        boolean first = strip == 0 && x < cell;
                        boolean same = code == quantizer.code(base[i - x + x % cell]);
                        codes[i] = same && !first ? (byte) (palette.length - 1) : code;
                    }
                    return IndexedPng.bytes(codes, width, palette);
                })
                .toList();
    }
}
