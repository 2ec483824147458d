package noisebook.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file that lies beside a class in the library. */
public final class Resource {
    private Resource() {}

    /** Its bytes, if there is such a file. */
    public static Optional<byte[]> find(Class<?> beside, String name) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Its bytes.
     *
     * @throws IllegalStateException when the library was built without it
     */
    public static byte[] bytes(Class<?> beside, String name) {
        return find(beside, name)
                .orElseThrow(() -> new IllegalStateException("the library lacks " + name + ": build it again"));
    }

    /** The same as a text, in UTF-8. */
    public static String text(Class<?> beside, String name) {
        return new String(bytes(beside, name), StandardCharsets.UTF_8);
    }
}
