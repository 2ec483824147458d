package noisebook.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noisebook.kernel.HistoryFile.Entry;

/**
 * The cells that were run, in this session and earlier ones, whose file is read when first needed. Outputs are kept as text
 * for this session only.
 */
final class History {
    private static final int KEPT = 10_000;

    private final HistoryFile file;
    private final Map<Integer, String> outputs = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private int session;

    private History(Path file) {
        this.file = new HistoryFile(file);
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

    /** Keeps a cell. */
    synchronized void add(int line, String source) {
        load();
        Entry entry = new Entry(session, line, source);
        entries.add(entry);
        file.add(entry);
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
        JsonArray row = entry.row();
        if (withOutput) {
            String output = entry.session() == session ? outputs.get(entry.line()) : null;
            JsonArray both = new JsonArray();
            both.add(entry.source());
            both.add(output);
            row.set(2, both);
        }
        return row;
    }

    private void load() {
        if (session == 0) {
            List<Entry> earlier = new ArrayList<>();
            session = file.startSession(earlier);
            entries.addAll(last(earlier, KEPT));
        }
    }
}
