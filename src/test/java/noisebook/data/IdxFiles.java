package noisebook.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import noisebook.data.IdxFile.Hashed;

/** Small IDX files for tests: two images of 2×3 pixels, values 0 to 11. */
final class IdxFiles {
    static final byte[] RAW = raw(0x803, new int[] {2, 2, 3}, 12);
    static final byte[] PACKED = gzip(RAW);
    static final IdxFile EXPECTED =
            new IdxFile("toy.gz", List.of(2, 2, 3), Hashed.UNPACKED, Sha256.of(ByteBuffer.wrap(RAW)));

    private IdxFiles() {}

    static byte[] raw(int magic, int[] shape, int dataBytes) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * shape.length + dataBytes).putInt(magic);
        for (int size : shape) {
            bytes.putInt(size);
        }
        for (int i = 0; i < dataBytes; i++) {
            bytes.put((byte) i);
        }
        return bytes.array();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return packed.toByteArray();
    }
}
