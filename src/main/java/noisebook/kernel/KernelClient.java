package noisebook.kernel;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A front end without a face: sends requests to any kernel and waits for what comes back. For one thread. */
public final class KernelClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ZContext context = new ZContext(1);
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final Map<Channel, Deque<Message>> inbox = new EnumMap<>(Channel.class);
    private final ZMQ.Poller poller = context.createPoller(Channel.values().length);
    private final Wire wire;

    private KernelClient(Connection connection) {
        wire = Wire.of(connection.key());
        context.setLinger(0);
        byte[] identity = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        for (Channel channel : Channel.values()) {
            ZMQ.Socket socket = context.createSocket(channel == Channel.IOPUB ? SocketType.SUB : SocketType.DEALER);
            socket.setHWM(0);
            socket.setReconnectIVL(10); // the kernel may not have bound it yet
            if (channel == Channel.IOPUB) {
                socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
            } else {
                socket.setIdentity(identity);
            }
            socket.connect(connection.endpoint(channel));
            poller.register(socket, ZMQ.Poller.POLLIN);
            sockets.put(channel, socket);
            inbox.put(channel, new ArrayDeque<>());
        }
    }

    /** A client of the kernel that listens, or will listen, there. */
    public static KernelClient connect(Connection connection) {
        return new KernelClient(connection);
    }

    /** Sends a message without waiting. */
    public Message send(Channel channel, String type, JsonObject content) {
        Message message = Message.of(type, new JsonObject(), content);
        sendFrames(channel, wire.encode(message));
        return message;
    }

    /** Sends anything at all. */
    void sendFrames(Channel channel, List<byte[]> frames) {
        ZMQ.Socket socket = Objects.requireNonNull(sockets.get(channel));
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    /** Sends a request and waits for its reply. */
    public Message request(Channel channel, String type, JsonObject content) throws TimeoutException {
        return reply(channel, send(channel, type, content));
    }

    /** Waits for the reply to a request; other messages of the channel are forgotten. */
    public Message reply(Channel channel, Message request) throws TimeoutException {
        while (true) {
            Message next = next(channel, PATIENCE);
            if (isCausedBy(next, request)) {
                return next;
            }
        }
    }

    /** Everything published because of a request, from busy to idle. */
    public List<Message> published(Message request) throws TimeoutException {
        List<Message> messages = new ArrayList<>();
        while (true) {
            Message next = next(Channel.IOPUB, PATIENCE);
            if (isCausedBy(next, request)) {
                messages.add(next);
                if (isIdle(next)) {
                    return messages;
                }
            }
        }
    }

    private static boolean isCausedBy(Message message, Message request) {
        return request.id().equals(Json.text(message.parent(), "msg_id", ""));
    }

    private static boolean isIdle(Message message) {
        return message.type().equals("status")
                && Json.text(message.content(), "execution_state").equals("idle");
    }

    /**
     * The next message of a channel.
     *
     * @throws TimeoutException if none arrives in time
     */
    Message next(Channel channel, Duration patience) throws TimeoutException {
        long end = System.nanoTime() + patience.toNanos();
        Deque<Message> messages = inbox(channel);
        while (messages.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new TimeoutException(
                        "nothing on the " + channel.portName() + " within " + patience.toMillis() + " ms");
            }
            poller.poll(left);
            sockets.forEach(this::receive);
        }
        return messages.remove();
    }

    private Deque<Message> inbox(Channel channel) {
        return Objects.requireNonNull(inbox.get(channel));
    }

    private void receive(Channel channel, ZMQ.Socket socket) {
        for (List<byte[]> frames = Channels.frames(socket); !frames.isEmpty(); frames = Channels.frames(socket)) {
            if (channel == Channel.HB) {
                inbox(channel)
                        .add(Message.of(
                                new String(frames.get(0), StandardCharsets.UTF_8), new JsonObject(), new JsonObject()));
            } else {
                inbox(channel).add(wire.decode(frames));
            }
        }
    }

    @Override
    public void close() {
        poller.close();
        context.close();
    }
}
