package noisebook.ipynb;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import noisebook.io.WholeFile;

/**
 * A notebook in the nbformat 4 of Jupyter. Fields this class does not know are kept as they are.
 *
 * @see <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">The notebook file format</a>
 */
public final class NotebookFile {
    private static final int FORMAT = 4;

    private final JsonObject root;
    private final List<NotebookCell> cells;

    private NotebookFile(JsonObject root, List<NotebookCell> cells) {
        this.root = root;
        this.cells = List.copyOf(cells);
    }

    /**
     * Reads a notebook.
     *
     * @param path an {@code .ipynb} file
     * @throws IOException if there is no such file, it is not JSON, or not nbformat 4; the message says which and what to do
     */
    public static NotebookFile read(Path path) throws IOException {
        String json;
        try {
            json = Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new IOException(path + ": no such notebook: name an .ipynb file that is there", e);
        } catch (CharacterCodingException e) {
            throw new IOException(
                    path + " is not a notebook: it is not text in UTF-8; name an .ipynb file of Jupyter", e);
        } catch (IOException e) {
            throw new IOException(path + " cannot be read (" + e.getMessage() + "): name an .ipynb file", e);
        }
        return parse(json, path.toString());
    }

    /**
     * Parses a notebook.
     *
     * @param json its text
     * @param name what errors call it
     * @throws IOException if it is not JSON or not nbformat 4
     */
    public static NotebookFile parse(String json, String name) throws IOException {
        JsonElement tree = parseStrictly(json, name);
        if (!tree.isJsonObject() || !tree.getAsJsonObject().has("nbformat")) {
            throw new IOException(name + " is not a notebook: the field \"nbformat\" is missing");
        }
        JsonObject root = tree.getAsJsonObject();
        String format = root.get("nbformat").toString();
        if (!format.equals(String.valueOf(FORMAT))) {
            throw new IOException(name + " has nbformat " + format + ", expected 4; convert it with"
                    + " \"jupyter nbconvert --to notebook --inplace\"");
        }
        return new NotebookFile(root, cells(root, name));
    }

    private static JsonElement parseStrictly(String json, String name) throws IOException {
        JsonReader reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement tree = new Gson().getAdapter(JsonElement.class).read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new IOException("text after the end");
            }
            return tree;
        } catch (IOException | JsonParseException | IllegalStateException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new IOException(name + " is not a notebook: it is not JSON (" + reason + ")", e);
        }
    }

    private static List<NotebookCell> cells(JsonObject root, String name) throws IOException {
        List<NotebookCell> cells = new ArrayList<>();
        if (!(root.get("cells") instanceof JsonArray array)) {
            throw new IOException(name + " is not a notebook: the list \"cells\" is missing");
        }
        for (JsonElement element : array) {
            if (!(element instanceof JsonObject cell) || !cell.has("cell_type") || !cell.has("source")) {
                throw new IOException(name + " is not a notebook: cell " + (cells.size() + 1)
                        + " has no \"cell_type\" or no \"source\"");
            }
            cells.add(new NotebookCell(cell));
        }
        return cells;
    }

    /** The cells, in order. */
    public List<NotebookCell> cells() {
        return cells;
    }

    /** Those that hold code, in order. */
    public List<NotebookCell> codeCells() {
        return cells.stream().filter(NotebookCell::isCode).toList();
    }

    /** The notebook as Jupyter writes it: keys sorted, indented by one space, a line break at the end. */
    public String toJson() {
        return SortedJson.write(root) + "\n";
    }

    /**
     * Writes the notebook beside the file and moves it in place.
     *
     * @param path the file
     * @throws IOException if it cannot be written; the file is as before then
     */
    public void write(Path path) throws IOException {
        WholeFile.write(path, toJson().getBytes(StandardCharsets.UTF_8));
    }
}
