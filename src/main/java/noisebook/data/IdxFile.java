package noisebook.data;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a gzip-packed IDX file of unsigned bytes must hold.
 *
 * @param name the file's name, ending in .gz
 * @param shape the size of each dimension; images are (count, rows, columns), labels (count)
 * @param hashed what the checksum is taken of
 * @param sha256 64 hexadecimal digits
 */
record IdxFile(String name, List<Integer> shape, Hashed hashed, String sha256) {
    /** The bytes a checksum is taken of. */
    enum Hashed {
        /** The IDX content, header included: any packing of it will do. */
        UNPACKED,
        /** The gzip file itself. */
        PACKED
    }

    /** Two zero bytes, 8 for unsigned bytes, the number of dimensions. */
    int magic() {
        return 0x0800 | shape.size();
    }

    int headerBytes() {
        return Integer.BYTES * (1 + shape.size());
    }

    int dataBytes() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    String shapeText() {
        return shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}
