package noisebook.kernel;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A message of the Jupyter protocol.
 *
 * @param identities routing frames: whom it came from, or goes to; the topic on IOPub
 * @param header its id, type, session, user, date and protocol version
 * @param parent the header of the message that caused it; empty when none did
 * @param metadata seldom used
 * @param content what the type says
 * @param buffers binary data after the JSON
 */
public record Message(
        List<byte[]> identities,
        JsonObject header,
        JsonObject parent,
        JsonObject metadata,
        JsonObject content,
        List<byte[]> buffers) {
    public static final String PROTOCOL_VERSION = "5.4";

    private static final String SESSION =
            ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()); // cheaper than a UUID at start
    private static final AtomicLong COUNT = new AtomicLong();

    /** A new message without receiver. */
    static Message of(String type, JsonObject parent, JsonObject content) {
        return new Message(List.of(), header(type), parent, new JsonObject(), content, List.of());
    }

    private static JsonObject header(String type) {
        return Json.of(
                "msg_id",
                SESSION + "_" + COUNT.incrementAndGet(),
                "msg_type",
                type,
                "session",
                SESSION,
                "username",
                "kernel",
                "date",
                Instant.now().toString(),
                "version",
                PROTOCOL_VERSION);
    }

    /** The answer to this request, for its sender. */
    Message reply(JsonObject replyContent) {
        String type = type().replaceAll("_request$", "_reply");
        return new Message(identities, header(type), header, new JsonObject(), replyContent, List.of());
    }

    /** The same message for those who listen to a topic, or for one receiver. */
    Message to(List<byte[]> receivers) {
        return new Message(receivers, header, parent, metadata, content, buffers);
    }

    String type() {
        return Json.text(header, "msg_type");
    }

    String id() {
        return Json.text(header, "msg_id");
    }

    boolean isRequest() {
        return type().endsWith("_request");
    }
}
