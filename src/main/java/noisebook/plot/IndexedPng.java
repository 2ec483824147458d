package noisebook.plot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG files with a palette (ISO/IEC 15948). Rows are stored unfiltered, as its section 12.7 advises for palettes: the JDK's writer filters them, which
 * makes charts a quarter larger.
 */
final class IndexedPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int WITH_PALETTE = 3;

    private IndexedPng() {}

    /**
     * The file of an image.
     *
     * @param codes palette indices, row-major
     * @param width of a row
     * @param palette 0xAARRGGBB, at most 256
     */
    static byte[] bytes(byte[] codes, int width, int[] palette) {
        int height = codes.length / width;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        int depth = palette.length <= 16 ? 4 : 8;
        chunk(file, "IHDR", header(width, height, depth));
        chunk(file, "PLTE", channels(palette, 16, 8, 0));
        if (IntStream.of(palette).anyMatch(color -> color >>> 24 < 0xFF)) {
            chunk(file, "tRNS", channels(palette, 24));
        }
        chunk(file, "IDAT", deflated(rows(codes, width, depth)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    /** The codes, packed from the left, each row after a 0: no filter. */
    private static byte[] rows(byte[] codes, int width, int depth) {
        int perByte = 8 / depth;
        int length = 1 + (width + perByte - 1) / perByte;
        byte[] rows = new byte[codes.length / width * length];
        for (int i = 0; i < codes.length; i++) {
            int x = i % width;
            rows[i / width * length + 1 + x / perByte] |=
                    (byte) ((codes[i] & 0xFF) << (8 - depth - x % perByte * depth));
        }
        return rows;
    }

    private static byte[] header(int width, int height, int depth) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(number(width));
        header.writeBytes(number(height));
        header.writeBytes(new byte[] {(byte) depth, WITH_PALETTE, 0, 0, 0});
        return header.toByteArray();
    }

    /** The bytes of each colour that begin so many bits from the right. */
    private static byte[] channels(int[] palette, int... shifts) {
        byte[] channels = new byte[palette.length * shifts.length];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = (byte) (palette[i / shifts.length] >>> shifts[i % shifts.length]);
        }
        return channels;
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            bytes.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        file.writeBytes(number(content.length));
        file.writeBytes(name);
        file.writeBytes(content);
        file.writeBytes(number((int) crc.getValue()));
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
