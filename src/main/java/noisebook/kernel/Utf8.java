package noisebook.kernel;

/** UTF-8 that comes in pieces. */
final class Utf8 {
    private static final int LONGEST = 4;

    private Utf8() {}

    /** The length without a character at the end whose last bytes are still to come. */
    static int wholeLength(byte[] bytes) {
        for (int back = 1; back < LONGEST && back <= bytes.length; back++) {
            int b = bytes[bytes.length - back] & 0xff;
            if (b < 0x80) {
                return bytes.length;
            }
            if (b >= 0xc0) { // the first byte of a character: it says how many there are
                int size = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
                return size > back ? bytes.length - back : bytes.length;
            }
        }
        return bytes.length;
    }
}
