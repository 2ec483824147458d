package noisebook.kernel;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The conversations of a kernel. A cell registers the targets that front ends may open, or opens one itself. */
public final class Comms {
    /** Hears that a front end has opened a conversation. */
    public interface Target {
        /**
         * A front end has opened a conversation.
         *
         * @param comm the conversation
         * @param data what the front end said first
         */
        void opened(Comm comm, JsonObject data);
    }

    private static volatile @Nullable Comms current;

    private final Map<String, Target> targets = new ConcurrentHashMap<>();
    private final Map<String, Comm> open = new ConcurrentHashMap<>();
    private final Outputs outputs;

    Comms(Outputs outputs) {
        this.outputs = outputs;
        current = this;
    }

    /**
     * The conversations of the kernel that runs this cell.
     *
     * @throws IllegalStateException outside a kernel
     */
    public static Comms current() {
        Comms comms = current;
        if (comms == null) {
            throw new IllegalStateException("no kernel runs here; comms work in Jupyter only");
        }
        return comms;
    }

    /** Lets front ends open conversations under a name. */
    public void register(String name, Target target) {
        targets.put(name, target);
    }

    /** Opens a conversation with what the front end has registered under a name. */
    public Comm open(String name, JsonObject data) {
        Comm comm = new Comm(this, UUID.randomUUID().toString(), name);
        open.put(comm.id(), comm);
        publish("comm_open", Json.of("comm_id", comm.id(), "target_name", name, "data", data));
        return comm;
    }

    void publish(String type, JsonObject content) {
        outputs.publish(type, content);
    }

    void forget(String id) {
        open.remove(id);
    }

    /** Handles comm_open, comm_msg and comm_close. */
    void received(Message message) {
        JsonObject content = message.content();
        String id = Json.text(content, "comm_id");
        JsonObject data = Json.object(content, "data");
        switch (message.type()) {
            case "comm_open" -> opened(new Comm(this, id, Json.text(content, "target_name")), data);
            case "comm_close" -> closed(open.remove(id), data);
            default -> heard(open.get(id), data);
        }
    }

    private void opened(Comm comm, JsonObject data) {
        Target target = targets.get(comm.target());
        if (target == null) { // the protocol's way to refuse
            comm.close(Json.of("error", "no target " + comm.target() + " is registered"));
            return;
        }
        open.put(comm.id(), comm);
        target.opened(comm, data);
    }

    private static void heard(@Nullable Comm comm, JsonObject data) {
        if (comm != null) {
            comm.received(data);
        }
    }

    private static void closed(@Nullable Comm comm, JsonObject data) {
        if (comm != null) {
            comm.closed(data);
        }
    }

    /** The content of a comm_info_reply: the open conversations, of one target if the request names it. */
    JsonObject info(JsonObject request) {
        String name = Json.text(request, "target_name", "");
        JsonObject comms = new JsonObject();
        open.forEach((id, comm) -> {
            if (name.isEmpty() || name.equals(comm.target())) {
                comms.add(id, Json.of("target_name", comm.target()));
            }
        });
        return Json.of("status", "ok", "comms", comms);
    }
}
