package noisebook.kernel;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Messages as frames: identities, {@code <IDS|MSG>}, the signature, four JSON objects (header, parent header, metadata,
 * content), buffers. The signature is the HMAC-SHA-256 of the four, in hexadecimal digits.
 */
final class Wire {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int PARTS = 4;

    private final SecretKeySpec key;
    private final boolean signed;

    private Wire(String key) {
        signed = !key.isEmpty();
        this.key = new SecretKeySpec((signed ? key : "unsigned").getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Frames signed with a key; unsigned when it is empty. */
    static Wire of(String key) {
        return new Wire(key);
    }

    List<byte[]> encode(Message message) {
        List<byte[]> parts = List.of(
                bytes(message.header()), bytes(message.parent()), bytes(message.metadata()), bytes(message.content()));
        List<byte[]> frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signature(parts));
        frames.addAll(parts);
        frames.addAll(message.buffers());
        return frames;
    }

    /**
     * Reads a message.
     *
     * @throws BadMessageException if a frame is missing, the signature is wrong or the JSON is not that of a message
     */
    Message decode(List<byte[]> frames) {
        int start = delimiter(frames) + 2;
        if (frames.size() < start + PARTS) {
            throw new BadMessageException(
                    "a message has at least " + (start + PARTS) + " frames, not " + frames.size());
        }
        List<byte[]> parts = frames.subList(start, start + PARTS);
        if (!MessageDigest.isEqual(frames.get(start - 1), signature(parts))) { // in constant time
            throw new BadMessageException("wrong signature");
        }
        Message message = new Message(
                List.copyOf(frames.subList(0, start - 2)),
                json(parts.get(0)),
                json(parts.get(1)),
                json(parts.get(2)),
                json(parts.get(3)),
                List.copyOf(frames.subList(start + PARTS, frames.size())));
        message.id(); // both must be there
        message.type();
        return message;
    }

    private static int delimiter(List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            if (Arrays.equals(frames.get(i), DELIMITER)) {
                return i;
            }
        }
        throw new BadMessageException("no <IDS|MSG> in " + frames.size() + " frames");
    }

    byte[] signature(List<byte[]> parts) {
        if (!signed) {
            return new byte[0];
        }
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            parts.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject json(byte[] utf8) {
        try {
            return Json.parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new BadMessageException("not UTF-8");
        }
    }
}
