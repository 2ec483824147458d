package noisebook.magic;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import noisebook.repl.Evaluation;

/** Runs files of source as if they stood in the cell. */
final class SourceFiles {
    private final Magics magics;

    SourceFiles(Magics magics) {
        this.magics = magics;
    }

    Evaluation load(Call call) throws IOException {
        String name = call.words(1).get(0);
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new UsageException("cannot read " + file.toAbsolutePath());
        }
        if (!name.endsWith(".ipynb")) {
            return magics.run(name, Files.readString(file), call.timeLeft());
        }
        List<String> cells = cells(file);
        Evaluation result = Magic.NOTHING;
        for (int i = 0; i < cells.size() && result.error() == null; i++) {
            result = magics.run(name + ", cell " + (i + 1), cells.get(i), call.timeLeft());
        }
        return result;
    }

    private static List<String> cells(Path notebook) throws IOException {
        List<String> sources = new ArrayList<>();
        try {
            JsonObject root = JsonParser.parseString(Files.readString(notebook)).getAsJsonObject();
            for (JsonElement element : root.getAsJsonArray("cells")) {
                JsonObject cell = element.getAsJsonObject();
                if (cell.get("cell_type").getAsString().equals("code")) {
                    sources.add(text(cell.get("source")));
                }
            }
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new UsageException(notebook + " is not a notebook of format 4");
        }
        return sources;
    }

    /** Text in this format is a string, or a list of lines. */
    private static String text(JsonElement source) {
        if (source.isJsonPrimitive()) {
            return source.getAsString();
        }
        StringBuilder lines = new StringBuilder();
        source.getAsJsonArray().forEach(line -> lines.append(line.getAsString()));
        return lines.toString();
    }
}
