package noisebook.kernel;

import com.google.gson.JsonObject;
import java.util.function.Consumer;

/** One conversation between a cell and something in the front end, such as a widget. */
public final class Comm {
    private final Comms comms;
    private final String id;
    private final String target;
    private volatile Consumer<JsonObject> onMessage = data -> {};
    private volatile Consumer<JsonObject> onClose = data -> {};

    Comm(Comms comms, String id, String target) {
        this.comms = comms;
        this.id = id;
        this.target = target;
    }

    /** Its id, the same on both sides. */
    public String id() {
        return id;
    }

    /** What it was opened for. */
    public String target() {
        return target;
    }

    /** Sends data to the front end. */
    public void send(JsonObject data) {
        comms.publish("comm_msg", Json.of("comm_id", id, "data", data));
    }

    /** Ends the conversation from this side. */
    public void close(JsonObject data) {
        comms.forget(id);
        comms.publish("comm_close", Json.of("comm_id", id, "data", data));
    }

    /** Names who hears data from the front end. */
    public Comm onMessage(Consumer<JsonObject> listener) {
        onMessage = listener;
        return this;
    }

    /** Names who hears that the front end has ended the conversation. */
    public Comm onClose(Consumer<JsonObject> listener) {
        onClose = listener;
        return this;
    }

    void received(JsonObject data) {
        onMessage.accept(data);
    }

    void closed(JsonObject data) {
        onClose.accept(data);
    }
}
