package noisebook.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cells that were run, in this session and earlier ones: a file with one JSON array {@code [session, line, source]} a
 * line, read when first needed. Outputs are kept as text for this session only.
 */
final class History {
    /** A cell of session {@code session} with execution count {@code line}. */
    private record Entry(int session, int line, String source) {}

    private static final int KEPT = 10_000;

    private final Path file;
    private final Map<Integer, String> outputs = new LinkedHashMap<>();
    private List<Entry> entries = List.of();
    private int session;

    private History(Path file) {
        this.file = file;
    }

    /** History kept in a file, which need not be there yet. */
    static History of(Path file) {
        return new History(file);
    }

    /** Where the history of this user is kept. */
    static Path userFile() {
        String data = System.getenv("XDG_DATA_HOME");
        Path base = data == null || data.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
        return base.resolve("noisebook").resolve("history.jsonl");
    }

    /** Keeps a cell. A disk that cannot be written costs the history of later sessions only. */
    synchronized void add(int line, String source) {
        load();
        entries.add(new Entry(session, line, source));
        String row = row(entries.get(entries.size() - 1)) + "\n";
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            Log.warn("cannot keep the history in " + file + ": " + e.getMessage());
        }
    }

    synchronized void addOutput(int line, String text) {
        outputs.put(line, text);
    }

    /** The content of a history_reply. */
    synchronized JsonObject reply(JsonObject request) {
        load();
        boolean withOutput = Json.flag(request, "output", false);
        List<Entry> found = switch (Json.text(request, "hist_access_type", "tail")) {
            case "range" -> range(request);
            case "search" -> last(search(request), Json.number(request, "n", KEPT));
            default -> last(entries, Json.number(request, "n", KEPT));
        };
        JsonArray history = new JsonArray();
        found.forEach(entry -> history.add(row(entry, withOutput)));
        return Json.of("status", "ok", "history", history);
    }

    private List<Entry> range(JsonObject request) {
        int wanted = Json.number(request, "session", 0);
        int number = wanted > 0 ? wanted : session + wanted; // 0 is this session, -1 the one before
        int start = Json.number(request, "start", 0);
        int stop = Json.number(request, "stop", Integer.MAX_VALUE);
        return entries.stream()
                .filter(entry -> entry.session() == number && entry.line() >= start && entry.line() < stop)
                .toList();
    }

    private List<Entry> search(JsonObject request) {
        Pattern pattern = glob(Json.text(request, "pattern", "*"));
        List<Entry> found = new ArrayList<>(entries.stream()
                .filter(entry -> pattern.matcher(entry.source()).matches())
                .toList());
        if (Json.flag(request, "unique", false)) {
            Map<String, Entry> latest = new LinkedHashMap<>();
            found.forEach(entry -> {
                latest.remove(entry.source());
                latest.put(entry.source(), entry);
            });
            return List.copyOf(latest.values());
        }
        return found;
    }

    /** A pattern in which {@code *} is any text and {@code ?} any character. */
    private static Pattern glob(String pattern) {
        String regex = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    private static List<Entry> last(List<Entry> all, int count) {
        return all.subList(Math.max(0, all.size() - Math.max(0, count)), all.size());
    }

    private JsonArray row(Entry entry, boolean withOutput) {
        JsonArray row = row(entry);
        if (withOutput) {
            String output = entry.session() == session ? outputs.get(entry.line()) : null;
            JsonArray both = new JsonArray();
            both.add(entry.source());
            both.add(output);
            row.set(2, both);
        }
        return row;
    }

    private static JsonArray row(Entry entry) {
        JsonArray row = new JsonArray();
        row.add(entry.session());
        row.add(entry.line());
        row.add(entry.source());
        return row;
    }

    private void load() {
        if (session > 0) {
            return;
        }
        List<Entry> read = new ArrayList<>(KEPT);
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.forEach(line -> read(line, read));
        } catch (IOException | java.io.UncheckedIOException e) {
            read.clear(); // none yet, or not readable: start anew
        }
        entries = new ArrayList<>(last(read, KEPT));
        session = 1 + entries.stream().mapToInt(Entry::session).max().orElse(0);
    }

    private static void read(String line, List<Entry> into) {
        try {
            JsonArray row = JsonParser.parseString(line).getAsJsonArray();
            into.add(new Entry(
                    row.get(0).getAsInt(), row.get(1).getAsInt(), row.get(2).getAsString()));
        } catch (RuntimeException e) { // a line cut short by a crash
            Log.warn("skipped a broken line of the history: " + e.getMessage());
        }
    }
}
