package noisebook.kernel;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import noisebook.repl.CellError;
import org.jspecify.annotations.Nullable;

/** The front ends as the kernel sees them: each request is answered, between the states busy and idle. */
final class FrontEnd {
    /** Makes the content of a reply from the content of a request. */
    interface Answer {
        /** The reply's content. */
        JsonObject to(JsonObject content);
    }

    private final Channels channels;
    private volatile @Nullable Message running;

    FrontEnd(Channels channels) {
        this.channels = channels;
    }

    /** Answers a request. Whatever goes wrong becomes the answer. */
    void answer(Channel channel, Message request, Answer answer) {
        status("busy", request);
        JsonObject reply;
        try {
            reply = answer.to(request.content());
        } catch (BadMessageException e) {
            Log.warn("cannot answer a " + request.type() + ": " + e.getMessage());
            reply = error("BadMessage", String.valueOf(e.getMessage()), List.of());
        } catch (RuntimeException | Error e) {
            Log.warn("cannot answer a " + request.type(), e);
            reply = error(e.getClass().getSimpleName(), String.valueOf(e.getMessage()), List.of());
        }
        finish(channel, request, reply);
    }

    /** Sends the reply to a request that made the kernel busy. */
    void finish(Channel channel, Message request, JsonObject reply) {
        channels.send(channel, request.reply(reply));
        status("idle", request);
    }

    static JsonObject error(CellError error) {
        return error(error.name(), error.message(), error.trace());
    }

    static JsonObject error(String name, String message, List<String> trace) {
        return Json.of("status", "error", "ename", name, "evalue", message, "traceback", trace);
    }

    /** Says that a cell starts. Front ends take the last status they hear: it is repeated after each request on the side. */
    void startCell(Message request) {
        running = request;
        status("busy", request);
    }

    void endCell() {
        running = null;
    }

    void status(String state, @Nullable Message cause) {
        JsonObject parent = cause == null ? new JsonObject() : cause.header();
        channels.send(Channel.IOPUB, broadcast("status", parent, Json.of("execution_state", state)));
        Message cell = running;
        if (state.equals("idle") && cell != null && !cell.equals(cause)) {
            status("busy", cell);
        }
    }

    /** Publishes what a cell puts out; waits while front ends are behind. */
    void publish(String type, JsonObject parent, JsonObject content) {
        channels.publish(broadcast(type, parent, content));
    }

    /** Publishes without ever waiting. */
    void announce(String type, JsonObject parent, JsonObject content) {
        channels.send(Channel.IOPUB, broadcast(type, parent, content));
    }

    /** Asks the one front end that sent a request. */
    void ask(Message request, String type, JsonObject content) {
        channels.send(Channel.STDIN, Message.of(type, request.header(), content).to(request.identities()));
    }

    private static Message broadcast(String type, JsonObject parent, JsonObject content) {
        return Message.of(type, parent, content).to(List.of(type.getBytes(StandardCharsets.UTF_8)));
    }
}
