package noisebook.notebook;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Hears the bytes, UTF-8, of what is printed. */
@FunctionalInterface
public interface PrintTap {
    /** {@code length} bytes from {@code offset} were printed; they are not to be kept. */
    void printed(byte[] bytes, int offset, int length);

    /** A print stream for {@code System.out} or {@code System.err} that passes everything to a tap. */
    static PrintStream stream(PrintTap tap) {
        OutputStream bytes = new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] some, int offset, int length) {
                tap.printed(some, offset, length);
            }
        };
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
