package noisebook.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The file of a history: one JSON array {@code [session, line, source]} a line. Line 0 marks the start of a session. */
final class HistoryFile {
    /** A cell of session {@code session} with execution count {@code line}. */
    record Entry(int session, int line, String source) {
        JsonArray row() {
            JsonArray row = new JsonArray();
            row.add(session);
            row.add(line);
            row.add(source);
            return row;
        }
    }

    private final Path path;

    HistoryFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /**
     * Takes the next session number, which other kernels may be doing at the same time.
     *
     * @param into gets the cells of earlier sessions
     * @return the number, 1 if the file cannot be used
     */
    int startSession(List<Entry> into) {
        synchronized (HistoryFile.class) { // a lock on a file is for other processes only
            try (FileChannel channel = open()) {
                channel.lock(); // until it is closed
                String text = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
                List<Entry> all = new ArrayList<>();
                text.lines().forEach(line -> read(line, all));
                all.stream().filter(entry -> entry.line() > 0).forEach(into::add);
                int session = 1 + all.stream().mapToInt(Entry::session).max().orElse(0);
                add(new Entry(session, 0, "")); // before the lock is given back
                return session;
            } catch (IOException e) {
                Log.warn("cannot use the history in " + path + ": " + e.getMessage());
                return 1;
            }
        }
    }

    /** Adds a cell. A disk that cannot be written costs the history of later sessions only. */
    void add(Entry entry) {
        try {
            Files.writeString(path, entry.row() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            Log.warn("cannot keep the history in " + path + ": " + e.getMessage());
        }
    }

    private FileChannel open() throws IOException {
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
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
