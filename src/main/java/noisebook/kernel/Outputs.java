package noisebook.kernel;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import noisebook.notebook.MimeBundle;
import noisebook.notebook.PageLine;
import noisebook.notebook.PageListener;
import noisebook.notebook.PrintTap;
import noisebook.notebook.Sink;
import noisebook.repl.CellError;
import noisebook.repl.JavaSession;

/**
 * What cells put out, in order, each piece under the cell it came from: also when a thread prints after its cell has ended.
 *
 * <p>Printed text is gathered for 50 ms, or until there is much of it, and is sent before anything else of the cell.
 */
final class Outputs implements Sink {
    /** Where output belongs. A silent cell shows nothing. */
    private record Origin(JsonObject header, boolean silent) {}

    private static final long GATHER_MILLIS = 50;
    private static final int CHUNK = 1 << 17;

    private final FrontEnd frontEnd;
    private final String kernel;
    private final Comms comms = new Comms(this);
    private final Map<String, Origin> cells = new ConcurrentHashMap<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final Executor soon = CompletableFuture.delayedExecutor(
            GATHER_MILLIS, TimeUnit.MILLISECONDS, Executors.newSingleThreadExecutor(Threads::daemon));
    private volatile Origin current = new Origin(new JsonObject(), false);
    private Origin textOrigin = current;
    private String textStream = "stdout";
    private boolean flushPlanned;

    /**
     * Opens them.
     *
     * @param kernel the name under which the Jupyter server knows the kernel; empty when it is not known
     */
    Outputs(FrontEnd frontEnd, String kernel) {
        this.frontEnd = frontEnd;
        this.kernel = kernel;
    }

    /** The conversations of the kernel. */
    Comms comms() {
        return comms;
    }

    /** From now on a cell runs: its output goes with the request. */
    void startCell(String name, Message request, boolean silent) {
        current = new Origin(request.header(), silent);
        cells.put(name, current);
    }

    /** A print stream whose text becomes stream messages. */
    PrintStream printStream(String stream) {
        return PrintTap.stream((bytes, offset, length) -> {
            for (int done = 0; done < length; done += CHUNK) {
                print(stream, bytes, offset + done, Math.min(CHUNK, length - done));
            }
        });
    }

    private synchronized void print(String stream, byte[] bytes, int offset, int length) {
        Origin origin = origin();
        if (text.size() > 0 && (!stream.equals(textStream) || !origin.equals(textOrigin))) {
            flush();
        }
        textStream = stream;
        textOrigin = origin;
        text.write(bytes, offset, length);
        if (text.size() >= CHUNK) {
            flushWholeCharacters();
        } else if (!flushPlanned) {
            flushPlanned = true;
            soon.execute(this::flushWholeCharacters);
        }
    }

    private synchronized void flushWholeCharacters() {
        byte[] bytes = text.toByteArray();
        int whole = Utf8.wholeLength(bytes);
        text.reset();
        send(new String(bytes, 0, whole, StandardCharsets.UTF_8));
        text.write(bytes, whole, bytes.length - whole);
        flushPlanned = false;
    }

    /** Sends the text printed so far. */
    synchronized void flush() {
        String all = text.toString(StandardCharsets.UTF_8);
        text.reset();
        send(all);
    }

    private void send(String printed) {
        if (!printed.isEmpty() && !textOrigin.silent()) {
            frontEnd.publish("stream", textOrigin.header(), Json.of("name", textStream, "text", printed));
        }
    }

    @Override
    public void display(String id, MimeBundle content) {
        if (!content.isEmpty()) {
            publish("display_data", withId(id, content));
        }
    }

    @Override
    public void update(String id, MimeBundle content) {
        publish("update_display_data", withId(id, content));
    }

    private static JsonObject withId(String id, MimeBundle content) {
        return Json.of("data", content.data(), "metadata", Map.of(), "transient", Json.of("display_id", id));
    }

    @Override
    public void clear(boolean wait) {
        publish("clear_output", Json.of("wait", wait));
    }

    @Override
    public Optional<PageLine> listen(PageListener listener) {
        if (kernel.isEmpty()) {
            return Optional.empty();
        }
        PageLine line = new PageLine(kernel, "noisebook-page-" + UUID.randomUUID());
        comms.register(line.target(), (comm, first) -> {
            comm.onMessage(said -> answer(listener, said, comm));
            comm.send(new JsonObject()); // the page may speak
        });
        return Optional.of(line);
    }

    private static void answer(PageListener listener, JsonObject said, Comm comm) {
        try {
            listener.heard(said, comm::send);
        } catch (RuntimeException e) {
            comm.send(Json.of("error", String.valueOf(e.getMessage())));
            throw e;
        }
    }

    void result(int executionCount, MimeBundle content) {
        if (!content.isEmpty()) {
            publish(
                    "execute_result",
                    Json.of("execution_count", executionCount, "data", content.data(), "metadata", Map.of()));
        }
    }

    void error(CellError error) {
        JsonObject content = FrontEnd.error(error);
        content.remove("status");
        publish("error", content);
    }

    void publish(String type, JsonObject content) {
        Origin origin = origin();
        flush();
        if (!origin.silent()) {
            frontEnd.publish(type, origin.header(), content);
        }
    }

    /** The cell that started this thread, else the one that runs now or ran last. */
    private Origin origin() {
        return JavaSession.cellOfThread().map(cells::get).orElse(current);
    }
}
