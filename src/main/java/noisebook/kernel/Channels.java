package noisebook.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import noisebook.repl.HeapReserve;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The sockets of a kernel, and the one thread that touches them. It blocks until something arrives or is to be sent, and
 * never runs code of a cell, so the heartbeat and the control channel answer whatever a cell does.
 *
 * <p>Nothing published is lost: when a front end reads too slowly, {@link #publish} waits instead.
 */
final class Channels implements AutoCloseable {
    /** Hears what front ends send. */
    interface Listener {
        /** A message has arrived. Called on the thread of the sockets, so this must not wait. */
        void received(Channel channel, Message message);
    }

    private record Outgoing(Channel channel, List<byte[]> frames, boolean held) {}

    private static final int MAX_MESSAGE = 64 << 20;
    private static final int MESSAGES_A_TURN = 256;
    /** Messages a slow front end lets pile up in its socket, and again in the queue before it. */
    private static final int PILE = 64;

    private static final long RETRY_MILLIS = 2;
    private static final int LINGER_MILLIS = 1000;

    private final ZContext context = new ZContext(1);
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final Queue<Outgoing> queue = new ConcurrentLinkedQueue<>();
    private final Deque<Outgoing> published = new ArrayDeque<>();
    private final Semaphore room = new Semaphore(PILE);
    private final WakeUp wakeUp = new WakeUp();
    private final Connection connection;
    private final Wire wire;
    private final Thread thread = new Thread(this::loop, "noisebook-sockets");
    private volatile Listener listener = (channel, message) -> {};
    private volatile boolean closing;

    private Channels(Connection connection) throws IOException {
        this.connection = connection;
        wire = Wire.of(connection.key());
        context.setLinger(LINGER_MILLIS);
        context.setUncaughtExceptionHandler((thread, e) -> die(e));
        for (Channel channel : Channel.values()) {
            sockets.put(channel, bind(channel, connection.endpoint(channel)));
        }
    }

    /**
     * Binds the sockets. What front ends send waits in them until they are served.
     *
     * @throws IOException if an address cannot be bound
     */
    static Channels bind(Connection connection) throws IOException {
        return new Channels(connection);
    }

    /** The ports of the channels, by their names in a connection file. */
    JsonObject ports() {
        JsonObject json = Json.of("status", "ok");
        connection.ports().forEach((channel, port) -> json.addProperty(channel.portName(), port));
        return json;
    }

    /** Starts to serve the sockets. */
    void serve(Listener hearer) {
        listener = hearer;
        thread.setDaemon(true);
        thread.start();
    }

    private ZMQ.Socket bind(Channel channel, String endpoint) throws IOException {
        ZMQ.Socket socket = context.createSocket(channel.type());
        socket.setMaxMsgSize(MAX_MESSAGE);
        if (channel == Channel.IOPUB) {
            socket.setSndHWM(PILE);
            socket.setXpubNoDrop(true);
            socket.setXpubVerbose(true);
        } else {
            socket.setHWM(0);
            socket.setRouterHandover(true);
        }
        try {
            socket.bind(endpoint);
        } catch (ZMQException e) {
            context.close();
            throw new IOException("cannot bind to " + endpoint + ": " + e.getMessage(), e);
        }
        return socket;
    }

    /** Sends a message to the front end it names. Never waits. */
    void send(Channel channel, Message message) {
        enqueue(new Outgoing(channel, wire.encode(message), false));
    }

    /** Publishes a message that may be large or one of many: waits while too many are on their way. */
    void publish(Message message) {
        Outgoing outgoing = new Outgoing(Channel.IOPUB, wire.encode(message), waitForRoom());
        enqueue(outgoing);
    }

    private boolean waitForRoom() {
        try {
            room.acquire();
            return true;
        } catch (InterruptedException e) { // a cell that is being stopped: its last words go out at once
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void enqueue(Outgoing outgoing) {
        queue.add(outgoing);
        wakeUp.signal();
    }

    private void loop() {
        try (ZMQ.Poller poller = context.createPoller(sockets.size() + 1)) {
            sockets.values().forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
            poller.register(wakeUp.channel(), ZMQ.Poller.POLLIN);
            while (!closing || !queue.isEmpty()) {
                try {
                    turn(poller);
                } catch (RuntimeException | Error e) { // one bad message, or no memory just now, ends nothing
                    HeapReserve.releaseIfFull(e);
                    Log.warn("lost a message", e);
                }
            }
        }
        context.close();
    }

    private void turn(ZMQ.Poller poller) {
        poller.poll(published.isEmpty() ? -1 : RETRY_MILLIS);
        wakeUp.reset();
        sockets.forEach(this::receive);
        for (Outgoing next = queue.poll(); next != null; next = queue.poll()) {
            if (next.channel() == Channel.IOPUB) {
                published.add(next);
            } else {
                sendNow(next);
            }
        }
        while (!published.isEmpty() && sendNow(published.element())) {
            if (published.remove().held()) {
                room.release();
            }
        }
    }

    /** A thread inside ZeroMQ is gone: better no kernel, which Jupyter starts again, than one that never answers. */
    private static void die(Throwable e) {
        try {
            HeapReserve.releaseIfFull(e);
            Log.warn("the kernel ends", e);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    /** Sends, or returns false when a subscriber has no room left. */
    private boolean sendNow(Outgoing outgoing) {
        ZMQ.Socket socket = Objects.requireNonNull(sockets.get(outgoing.channel()));
        List<byte[]> frames = outgoing.frames();
        for (int i = 0; i < frames.size(); i++) {
            int more = i < frames.size() - 1 ? ZMQ.SNDMORE : 0;
            if (!socket.send(frames.get(i), ZMQ.DONTWAIT | more)) {
                return false;
            }
        }
        return true;
    }

    private void receive(Channel channel, ZMQ.Socket socket) {
        for (int i = 0; i < MESSAGES_A_TURN; i++) {
            List<byte[]> frames = frames(socket);
            if (frames.isEmpty()) {
                return;
            }
            switch (channel) {
                case HB -> sendNow(new Outgoing(Channel.HB, frames, false));
                case IOPUB -> welcome(frames.get(0));
                default -> deliver(channel, frames);
            }
        }
        wakeUp.signal(); // more is waiting
    }

    static List<byte[]> frames(ZMQ.Socket socket) {
        List<byte[]> frames = new ArrayList<>();
        byte[] frame = socket.recv(ZMQ.DONTWAIT);
        while (frame != null) {
            frames.add(frame);
            frame = socket.hasReceiveMore() ? socket.recv(ZMQ.DONTWAIT) : null;
        }
        return frames;
    }

    private void deliver(Channel channel, List<byte[]> frames) {
        try {
            listener.received(channel, wire.decode(frames));
        } catch (BadMessageException e) {
            Log.warn("dropped a message on the " + channel.portName() + ": " + e.getMessage());
        }
    }

    /** Greets a new subscriber, as protocol 5.4 asks: the first byte of a subscription is 1, the rest its topic. */
    private void welcome(byte[] subscription) {
        if (subscription.length > 0 && subscription[0] == 1) {
            String topic = new String(subscription, 1, subscription.length - 1, StandardCharsets.UTF_8);
            Message welcome = Message.of("iopub_welcome", Json.of(), Json.of("subscription", topic))
                    .to(List.of(topic.getBytes(StandardCharsets.UTF_8)));
            published.add(new Outgoing(Channel.IOPUB, wire.encode(welcome), false));
        }
    }

    /** Sends what is queued and closes the sockets. */
    @Override
    public void close() {
        closing = true;
        wakeUp.signal();
        try {
            thread.join(2L * LINGER_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
