package noisebook.kernel;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import noisebook.repl.CellError;
import noisebook.repl.HeapReserve;
import org.jspecify.annotations.Nullable;

/** Runs cells one after another, with comm messages in their turn; an error aborts the cells that wait behind it. */
final class CellQueue implements AutoCloseable {
    private static final CellError LEAVING =
            error("SystemExit", "the JVM ends while the cell runs (System.exit, or a signal); variables are lost");

    private final BlockingQueue<Message> queue = new LinkedBlockingQueue<>();
    private final CellRunner runner;
    private final FrontEnd frontEnd;
    private final Outputs outputs;
    private final Comms comms;
    private final Thread thread = Threads.daemon(this::loop);
    private volatile @Nullable Message running;

    CellQueue(CellRunner runner, FrontEnd frontEnd, Outputs outputs, Comms comms) {
        this.runner = runner;
        this.frontEnd = frontEnd;
        this.outputs = outputs;
        this.comms = comms;
    }

    void start() {
        thread.start();
    }

    void add(Message message) {
        queue.add(message);
    }

    private void loop() {
        while (true) {
            try {
                take(queue.take());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                Log.warn("a cell was lost", e);
            }
        }
    }

    private void take(Message message) {
        if (message.isRequest()) {
            run(message);
        } else {
            converse(message);
        }
    }

    private void converse(Message message) {
        outputs.startCell("", message, false);
        frontEnd.status("busy", message);
        try {
            comms.received(message);
        } catch (RuntimeException | Error e) {
            Log.warn("a " + message.type() + " failed", e);
        }
        outputs.flush();
        frontEnd.status("idle", message);
    }

    private void run(Message request) {
        running = request;
        frontEnd.startCell(request);
        outputs.startCell("", request, false); // for a request that cannot even be read
        JsonObject reply;
        try {
            reply = runner.run(request);
        } catch (RuntimeException | Error e) {
            HeapReserve.releaseIfFull(e);
            Throwable cause = e.getCause() instanceof Error inner ? inner : e;
            CellError error = error(cause.getClass().getSimpleName(), String.valueOf(cause.getMessage()));
            outputs.error(error);
            reply = FrontEnd.error(error);
        }
        outputs.flush();
        List<Message> aborted = new ArrayList<>();
        if (isError(reply) && Json.flag(request.content(), "stop_on_error", true)) {
            queue.drainTo(aborted); // before the reply: who has read it may send again
        }
        end(reply);
        aborted.forEach(this::abort);
    }

    /** Ends the running cell with a reply, once. */
    private synchronized void end(JsonObject reply) {
        Message request = running;
        if (request != null) {
            running = null;
            frontEnd.endCell();
            reply.addProperty("execution_count", runner.count());
            frontEnd.finish(Channel.SHELL, request, reply);
        }
    }

    /** Answers the running cell, which the JVM will not live to finish. */
    void leave() {
        if (running != null) {
            outputs.error(LEAVING);
            end(FrontEnd.error(LEAVING));
        }
    }

    private static CellError error(String name, String message) {
        return new CellError(name, message, "the kernel", List.of(name + ": " + message));
    }

    private static boolean isError(JsonObject reply) {
        return reply.get("status").getAsString().equals("error");
    }

    private void abort(Message message) {
        if (message.isRequest()) {
            frontEnd.answer(Channel.SHELL, message, content -> Json.of("status", "aborted"));
        } else {
            converse(message);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
