package noisebook.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noisebook.repl.CellError;

/** Turns what a cell prints, displays and returns into the outputs of nbformat 4, in the order it happened. */
class OutputRecorder implements Sink {
    private final Map<String, JsonObject> displays = new HashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private JsonArray outputs = new JsonArray();
    private String stream = "stdout";

    /** Sends what follows to another cell. Displays of earlier cells can still be updated. */
    synchronized void startCell(JsonArray cellOutputs) {
        flush();
        outputs = cellOutputs;
    }

    /** A print stream whose text becomes stream outputs; neighbouring texts of one stream are joined. */
    PrintStream printStream(String name) {
        return PrintTap.stream((bytes, offset, length) -> print(name, bytes, offset, length));
    }

    private synchronized void print(String name, byte[] bytes, int offset, int length) {
        if (!name.equals(stream)) {
            flush();
            stream = name;
        }
        printed.write(bytes, offset, length);
    }

    synchronized void flush() {
        if (printed.size() > 0) {
            JsonObject output = output("stream");
            output.addProperty("name", stream);
            output.add("text", lines(printed.toString(StandardCharsets.UTF_8)));
            printed.reset();
        }
    }

    @Override
    public synchronized void display(String id, MimeBundle content) {
        if (!content.isEmpty()) {
            flush();
            JsonObject output = output("display_data");
            output.add("data", data(content));
            output.add("metadata", new JsonObject());
            displays.put(id, output);
        }
    }

    @Override
    public synchronized void update(String id, MimeBundle content) {
        JsonObject output = displays.get(id);
        if (output != null) {
            output.add("data", data(content));
        }
    }

    synchronized void result(int executionCount, MimeBundle content) {
        flush();
        if (!content.isEmpty()) {
            JsonObject output = output("execute_result");
            output.addProperty("execution_count", executionCount);
            output.add("data", data(content));
            output.add("metadata", new JsonObject());
        }
    }

    synchronized void error(CellError error) {
        flush();
        JsonObject output = output("error");
        output.addProperty("ename", error.name());
        output.addProperty("evalue", error.message());
        output.add("traceback", array(error.trace()));
    }

    private JsonObject output(String type) {
        JsonObject output = new JsonObject();
        output.addProperty("output_type", type);
        outputs.add(output);
        return output;
    }

    private static JsonObject data(MimeBundle content) {
        JsonObject data = new JsonObject();
        content.data()
                .forEach((type, text) ->
                        data.add(type, type.startsWith("text/") ? lines(text) : new JsonPrimitive(text)));
        return data;
    }

    /** Text as the format likes it: a list of lines that keep their line breaks. */
    private static JsonArray lines(String text) {
        return array(List.of(text.split("(?<=\n)")));
    }

    private static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
