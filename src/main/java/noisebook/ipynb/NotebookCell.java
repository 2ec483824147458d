package noisebook.ipynb;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A cell of a notebook, over its JSON. */
public final class NotebookCell {
    private final JsonObject json;

    NotebookCell(JsonObject json) {
        this.json = json;
    }

    /** Its name within the notebook; empty in notebooks older than format 4.5, which have none. */
    public String id() {
        return json.has("id") ? json.get("id").getAsString() : "";
    }

    /** Whether it holds code. */
    public boolean isCode() {
        return json.get("cell_type").getAsString().equals("code");
    }

    /** Its text. The format allows a string or a list of lines. */
    public String source() {
        JsonElement source = json.get("source");
        return source instanceof JsonArray lines
                ? StreamSupport.stream(lines.spliterator(), false)
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining())
                : source.getAsString();
    }

    /** Whether it is tagged {@code raises-exception}, Jupyter's word for an error that is meant. */
    public boolean mayFail() {
        return json.get("metadata") instanceof JsonObject metadata
                && metadata.get("tags") instanceof JsonArray tags
                && tags.contains(new JsonPrimitive("raises-exception"));
    }

    /** Its outputs. */
    public JsonArray outputs() {
        return json.get("outputs") instanceof JsonArray outputs ? outputs : new JsonArray();
    }

    /** Empties the outputs, and returns the list to fill. */
    public JsonArray clear() {
        JsonArray outputs = new JsonArray();
        json.add("outputs", outputs);
        json.add("execution_count", JsonNull.INSTANCE);
        return outputs;
    }

    /** Numbers it, as Jupyter does in the order of execution. */
    public void setExecutionCount(int count) {
        json.addProperty("execution_count", count);
    }
}
