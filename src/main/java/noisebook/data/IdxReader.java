package noisebook.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import noisebook.data.IdxFile.Hashed;

/**
 * Reads gzip-packed IDX files, the format of MNIST: a big-endian header (magic, then the size of each dimension)
 * followed by unsigned bytes.
 *
 * <p>Everything is checked before a byte is handed out. An error names the file, what is wrong and what was expected;
 * the caller, who knows where the file came from, adds the remedy.
 */
final class IdxReader {
    private static final int GZIP_MAGIC = 0x1f8b;

    private IdxReader() {}

    /**
     * The data of a file, without its header.
     *
     * @param file where it lies
     * @param expected what it must hold
     * @return one byte for each element, row-major
     * @throws IOException when the file is missing, not gzip, cut short, damaged, or holds something else
     */
    static ByteBuffer read(Path file, IdxFile expected) throws IOException {
        checkGzip(file);
        ByteBuffer bytes = ByteBuffer.wrap(unpack(file, expected));
        checkHeader(file, expected, bytes);
        checkLength(file, expected, bytes.remaining());
        checkHash(file, expected, bytes);
        return bytes.slice();
    }

    private static void checkGzip(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(Short.BYTES);
        } catch (NoSuchFileException missing) {
            throw new IOException(file + " is missing", missing);
        }
        if (start.length < Short.BYTES || (ByteBuffer.wrap(start).getShort() & 0xffff) != GZIP_MAGIC) {
            throw new IOException(file + " is not a gzip file: expected it to start with 1f 8b");
        }
    }

    private static byte[] unpack(Path file, IdxFile expected) throws IOException {
        int length = expected.headerBytes() + expected.dataBytes();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            return in.readNBytes(length + 1);
        } catch (EOFException cut) {
            throw new IOException("%s is cut short: expected %,d bytes when unpacked".formatted(file, length), cut);
        } catch (ZipException corrupt) {
            throw new IOException(
                    "%s is damaged (%s): expected a sound gzip file".formatted(file, corrupt.getMessage()), corrupt);
        }
    }

    private static void checkHeader(Path file, IdxFile expected, ByteBuffer bytes) throws IOException {
        if (bytes.remaining() < expected.headerBytes()) {
            throw new IOException("%s unpacks to %d bytes: expected a header of %d"
                    .formatted(file, bytes.remaining(), expected.headerBytes()));
        }
        int magic = bytes.getInt();
        if (magic != expected.magic()) {
            throw new IOException("%s has the magic number 0x%08x: expected 0x%08x, unsigned bytes in %d dimension(s)"
                    .formatted(file, magic, expected.magic(), expected.shape().size()));
        }
        for (int k = 0; k < expected.shape().size(); k++) {
            int size = bytes.getInt();
            if (size != expected.shape().get(k)) {
                throw new IOException("%s has size %d in dimension %d: expected %s"
                        .formatted(file, size, k + 1, expected.shapeText()));
            }
        }
    }

    private static void checkLength(Path file, IdxFile expected, int length) throws IOException {
        if (length != expected.dataBytes()) {
            throw new IOException("%s holds %s %,d bytes of data: expected %,d (%s)"
                    .formatted(
                            file,
                            length > expected.dataBytes() ? "more than" : "only",
                            Math.min(length, expected.dataBytes()),
                            expected.dataBytes(),
                            expected.shapeText()));
        }
    }

    private static void checkHash(Path file, IdxFile expected, ByteBuffer bytes) throws IOException {
        boolean packed = expected.hashed() == Hashed.PACKED;
        String sha256 = Sha256.of(
                packed
                        ? ByteBuffer.wrap(Files.readAllBytes(file))
                        : bytes.duplicate().rewind());
        if (!sha256.equals(expected.sha256())) {
            throw new IOException("%s has the SHA-256 %s (%s): expected %s"
                    .formatted(file, sha256, expected.hashed().name().toLowerCase(Locale.ROOT), expected.sha256()));
        }
    }
}
