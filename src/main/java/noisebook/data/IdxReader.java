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
 * <p>Everything is checked before a byte is handed out; an error is one line that names the file, what was expected and
 * the remedy.
 */
final class IdxReader {
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final String REMEDY =
            "; delete it and load the data set again to download it, or put the original there";

    private IdxReader() {}

    /**
     * The data of a file, without its header.
     *
     * @param file where it lies
     * @param expected what it must hold
     * @return one byte for each element, row-major
     * @throws IOException when the file is missing, not gzip, cut short, damaged, or holds something else
     */
    static byte[] read(Path file, IdxFile expected) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(unpack(file, expected));
        checkHeader(file, expected, bytes);
        checkContent(file, expected, bytes);
        byte[] data = new byte[expected.dataBytes()];
        bytes.get(data);
        return data;
    }

    private static byte[] unpack(Path file, IdxFile expected) throws IOException {
        int length = expected.headerBytes() + expected.dataBytes();
        checkGzip(file);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            return in.readNBytes(length + 1);
        } catch (EOFException cut) {
            throw damaged(file, "is cut short: expected %,d bytes when unpacked".formatted(length), cut);
        } catch (ZipException corrupt) {
            throw damaged(file, "is damaged (%s): expected a sound gzip file".formatted(corrupt.getMessage()), corrupt);
        }
    }

    private static void checkGzip(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(2);
        } catch (NoSuchFileException missing) {
            throw new IOException(
                    file + " is missing: load the data set again to download it, or put it there", missing);
        }
        if (start.length < 2 || (ByteBuffer.wrap(start).getShort() & 0xffff) != GZIP_MAGIC) {
            throw damaged(file, "is not a gzip file: expected it to start with 1f 8b");
        }
    }

    private static void checkHeader(Path file, IdxFile expected, ByteBuffer bytes) throws IOException {
        if (bytes.remaining() < expected.headerBytes()) {
            throw damaged(
                    file,
                    "unpacks to %d bytes: expected a header of %d"
                            .formatted(bytes.remaining(), expected.headerBytes()));
        }
        int magic = bytes.getInt();
        if (magic != expected.magic()) {
            throw damaged(
                    file,
                    "has the magic number 0x%08x: expected 0x%08x, unsigned bytes in %d dimension(s)"
                            .formatted(magic, expected.magic(), expected.shape().size()));
        }
        for (int k = 0; k < expected.shape().size(); k++) {
            int size = bytes.getInt();
            if (size != expected.shape().get(k)) {
                throw damaged(
                        file, "has size %d in dimension %d: expected %s".formatted(size, k + 1, expected.shapeText()));
            }
        }
    }

    private static void checkContent(Path file, IdxFile expected, ByteBuffer bytes) throws IOException {
        if (bytes.remaining() != expected.dataBytes()) {
            throw damaged(
                    file,
                    "holds %s %,d data bytes: expected %,d (%s)"
                            .formatted(
                                    bytes.remaining() > expected.dataBytes() ? "more than" : "only",
                                    Math.min(bytes.remaining(), expected.dataBytes()),
                                    expected.dataBytes(),
                                    expected.shapeText()));
        }
        String sha256 = Sha256.of(
                expected.hashed() == Hashed.PACKED
                        ? ByteBuffer.wrap(Files.readAllBytes(file))
                        : bytes.duplicate().rewind());
        if (!sha256.equals(expected.sha256())) {
            throw damaged(
                    file,
                    "has the %s SHA-256 %s: expected %s"
                            .formatted(expected.hashed().name().toLowerCase(Locale.ROOT), sha256, expected.sha256()));
        }
    }

    private static IOException damaged(Path file, String problem) {
        return new IOException(file + " " + problem + REMEDY);
    }

    private static IOException damaged(Path file, String problem, IOException cause) {
        return new IOException(file + " " + problem + REMEDY, cause);
    }
}
