package noisebook.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import noisebook.magic.Magics;
import noisebook.notebook.CellResult;

/** Runs one cell: what an execute_request asks for, up to the content of its reply. */
final class CellRunner {
    /** How a front end wants its cell to run. */
    private record Options(boolean silent, boolean store, boolean allowStdin, JsonObject expressions) {
        static Options of(JsonObject content) {
            boolean silent = Json.flag(content, "silent", false);
            return new Options(
                    silent,
                    !silent && Json.flag(content, "store_history", true),
                    Json.flag(content, "allow_stdin", true),
                    Json.object(content, "user_expressions"));
        }
    }

    private final Session session;
    private final FrontEnd frontEnd;
    private final Outputs outputs;
    private final StdIn stdin;
    private final History history;
    private int count;

    CellRunner(Session session, FrontEnd frontEnd, Outputs outputs, StdIn stdin, History history) {
        this.session = session;
        this.frontEnd = frontEnd;
        this.outputs = outputs;
        this.stdin = stdin;
        this.history = history;
    }

    /** The number of cells so far that went into the history. */
    int count() {
        return count;
    }

    /** Runs a cell and returns the content of the reply. */
    JsonObject run(Message request) {
        String code = Json.text(request.content(), "code");
        Options options = Options.of(request.content());
        if (options.store()) {
            count++;
        }
        String name = "cell " + count;
        outputs.startCell(name, request, options.silent());
        stdin.startCell(options.allowStdin() ? request : null);
        if (!options.silent()) {
            JsonObject input = Json.of("code", code, "execution_count", count);
            frontEnd.publish("execute_input", request.header(), input);
        }
        if (options.store() && !code.isBlank()) {
            history.add(count, code);
        }
        return Magics.question(code).map(this::explain).orElseGet(() -> evaluate(name, code, options));
    }

    private JsonObject evaluate(String name, String code, Options options) {
        CellResult shown = CellResult.of(name, session.magics().run(name, code));
        if (shown.error() != null) {
            outputs.error(shown.error());
            return FrontEnd.error(shown.error());
        }
        outputs.result(count, shown.content());
        if (options.store() && !shown.content().isEmpty()) {
            history.addOutput(count, shown.content().plain());
        }
        JsonObject values = new JsonObject();
        for (String expression : options.expressions().keySet()) {
            values.add(expression, valueOf(expression, Json.text(options.expressions(), expression)));
        }
        return ok(List.of(), values);
    }

    private JsonObject valueOf(String name, String expression) {
        CellResult shown = CellResult.of(name, session.magics().run("expression " + name, expression));
        return shown.error() != null
                ? FrontEnd.error(shown.error())
                : Json.of("status", "ok", "data", shown.content().data(), "metadata", new JsonObject());
    }

    /** The answer to {@code Type?}: its documentation for the pager. */
    private JsonObject explain(String name) {
        JsonObject data = session.magics()
                .inspect(name, name.length())
                .map(Questions::data)
                .orElseGet(() -> Json.of("text/plain", "nothing is known about " + name));
        return ok(List.of(Json.of("source", "page", "data", data, "start", 0)), new JsonObject());
    }

    private static JsonObject ok(List<JsonObject> payload, JsonObject expressions) {
        return Json.of("status", "ok", "payload", payload, "user_expressions", expressions);
    }
}
