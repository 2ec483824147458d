package noisebook.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java platform must have. */
public final class Sha256 {
    private Sha256() {}

    /** A digest to feed. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** That of some bytes, as 64 hexadecimal digits. */
    public static String of(ByteBuffer bytes) {
        MessageDigest digest = start();
        digest.update(bytes);
        return HexFormat.of().formatHex(digest.digest());
    }
}
