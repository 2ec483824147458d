package noisebook.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import noisebook.notebook.MimeBundle;
import noisebook.notebook.Rendering;
import noisebook.repl.CellError;
import noisebook.repl.Evaluation;
import org.jspecify.annotations.Nullable;

/** Runs cells one after another, with comm messages in their turn; an error aborts the cells that wait behind it. */
final class Cells {
    /** How a front end wants its cell to run. */
    private record Options(boolean silent, boolean store, boolean stopOnError, boolean allowStdin) {
        static Options of(JsonObject content) {
            boolean silent = Json.flag(content, "silent", false);
            return new Options(
                    silent,
                    !silent && Json.flag(content, "store_history", true),
                    Json.flag(content, "stop_on_error", true),
                    Json.flag(content, "allow_stdin", true));
        }
    }

    private static final Pattern QUESTION = Pattern.compile("\\s*([\\p{javaJavaIdentifierPart}.]+)\\?\\??\\s*");

    private final BlockingQueue<Message> queue = new LinkedBlockingQueue<>();
    private final Session session;
    private final FrontEnd frontEnd;
    private final Outputs outputs;
    private final StdIn stdin;
    private final History history;
    private final Comms comms;
    private final Thread thread = Threads.daemon(this::loop);
    private volatile @Nullable Message running;
    private int count;

    Cells(Session session, FrontEnd frontEnd, Outputs outputs, StdIn stdin, History history, Comms comms) {
        this.session = session;
        this.frontEnd = frontEnd;
        this.outputs = outputs;
        this.stdin = stdin;
        this.history = history;
        this.comms = comms;
    }

    void start() {
        thread.start();
    }

    void close() {
        thread.interrupt();
    }

    void add(Message message) {
        queue.add(message);
    }

    private void loop() {
        while (true) {
            try {
                Message next = queue.take();
                if (next.isRequest()) {
                    run(next);
                } else {
                    converse(next);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                Log.warn("a cell was lost", e);
            }
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
        JsonObject reply;
        try {
            reply = execute(request);
        } catch (RuntimeException | Error e) {
            Log.warn("a cell failed inside the kernel", e);
            reply = FrontEnd.error(e.getClass().getSimpleName(), String.valueOf(e.getMessage()), List.of());
        }
        outputs.flush();
        end(reply);
        if (isError(reply) && Json.flag(request.content(), "stop_on_error", true)) {
            abortQueued();
        }
    }

    /** Ends the running cell with a reply, once. */
    private synchronized void end(JsonObject reply) {
        Message request = running;
        if (request != null) {
            running = null;
            frontEnd.endCell();
            reply.addProperty("execution_count", count);
            frontEnd.finish(Channel.SHELL, request, reply);
        }
    }

    /** Answers the running cell, which the JVM will not live to finish. */
    void leave() {
        if (running != null) {
            CellError error = new CellError(
                    "SystemExit",
                    "the JVM ends while the cell runs (System.exit, or a signal); variables are lost",
                    "cell " + count,
                    List.of("The JVM ends while the cell runs (System.exit, or a signal); variables are lost."));
            outputs.error(error);
            end(FrontEnd.error(error));
        }
    }

    private static boolean isError(JsonObject reply) {
        return reply.get("status").getAsString().equals("error");
    }

    private void abortQueued() {
        List<Message> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        for (Message message : waiting) {
            if (message.isRequest()) {
                frontEnd.answer(Channel.SHELL, message, content -> Json.of("status", "aborted"));
            } else {
                converse(message);
            }
        }
    }

    private JsonObject execute(Message request) {
        JsonObject content = request.content();
        String code = Json.text(content, "code");
        Options options = Options.of(content);
        if (options.store()) {
            count++;
        }
        String name = "cell " + count;
        outputs.startCell(name, request, options.silent());
        stdin.startCell(options.allowStdin() ? request : null);
        if (!options.silent()) {
            frontEnd.publish("execute_input", request.header(), Json.of("code", code, "execution_count", count));
        }
        if (options.store() && !code.isBlank()) {
            history.add(count, code);
        }
        Matcher question = QUESTION.matcher(code);
        return question.matches() ? explain(question.group(1)) : evaluate(name, code, content);
    }

    private JsonObject evaluate(String name, String code, JsonObject content) {
        Evaluation evaluation = session.magics().run(name, code);
        CellError error = evaluation.error();
        MimeBundle shown = MimeBundle.EMPTY;
        if (error == null) {
            try {
                shown = Rendering.of(evaluation.value());
            } catch (RuntimeException | Error e) { // made by code of the cell
                error = cannotShow(name, e);
            }
        }
        if (error != null) {
            outputs.error(error);
            return FrontEnd.error(error);
        }
        outputs.result(count, shown);
        if (!shown.isEmpty()) {
            history.addOutput(count, shown.plain());
        }
        JsonObject values = expressions(Json.object(content, "user_expressions"));
        return Json.of("status", "ok", "payload", List.of(), "user_expressions", values);
    }

    private static CellError cannotShow(String name, Throwable e) {
        String message = "its value cannot be shown: " + e;
        return new CellError(e.getClass().getSimpleName(), message, name, List.of(name + ": " + message));
    }

    private JsonObject expressions(JsonObject expressions) {
        JsonObject values = new JsonObject();
        for (String name : expressions.keySet()) {
            Evaluation evaluation = session.magics().run("expression " + name, Json.text(expressions, name));
            CellError error = evaluation.error();
            values.add(
                    name,
                    error != null
                            ? FrontEnd.error(error)
                            : Json.of(
                                    "status",
                                    "ok",
                                    "data",
                                    Rendering.of(evaluation.value()).data(),
                                    "metadata",
                                    new JsonObject()));
        }
        return values;
    }

    /** The answer to {@code Type?}: its documentation for the pager. */
    private JsonObject explain(String name) {
        return session.magics()
                .inspect(name, name.length())
                .map(Questions::data)
                .or(() -> Optional.of(Json.of("text/plain", "nothing is known about " + name)))
                .map(data -> {
                    JsonArray payload = new JsonArray();
                    payload.add(Json.of("source", "page", "data", data, "start", 0));
                    return Json.of("status", "ok", "payload", payload, "user_expressions", new JsonObject());
                })
                .orElseThrow();
    }
}
