package noisebook.magic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import noisebook.repl.Completeness;
import noisebook.repl.Completion;
import noisebook.repl.Completion.Match;
import noisebook.repl.Documentation;
import noisebook.repl.JavaSession;

/** Answers an editor's questions about cells that may hold magics; Java is left to the session. */
final class MagicAssistant {
    private static final Pattern NAME = Pattern.compile("(?s)(?:.*\n)?[ \t]*(%{1,2}\\w*)");
    private static final Pattern FILE = Pattern.compile("(?s)(?:.*\n)?[ \t]*(%\\w+)\\s(?:[^\n]*\\s)?([^\\s]*)");
    private static final Set<String> TAKE_FILES = Set.of("%load", "%classpath", "%jars", "%loadFromPOM");
    private static final Pattern MAGIC_LINE = Pattern.compile("(?m)^[ \t]*(%{1,2}\\w+)[^\n]*$");

    private final JavaSession session;
    private final MagicTable table;

    MagicAssistant(JavaSession session, MagicTable table) {
        this.session = session;
        this.table = table;
    }

    Completion complete(String cell, int cursor) {
        String before = cell.substring(0, cursor);
        Matcher name = NAME.matcher(before);
        if (name.matches()) {
            List<Match> matches = table.all().stream()
                    .filter(magic -> magic.name().startsWith(name.group(1)))
                    .map(magic -> new Match(magic.name(), "magic"))
                    .toList();
            return new Completion(matches, name.start(1), cursor);
        }
        Matcher file = FILE.matcher(before);
        if (file.matches() && TAKE_FILES.contains(file.group(1))) {
            return new Completion(files(file.group(2)), file.start(2), cursor);
        }
        return session.complete(withoutMagics(cell), cursor);
    }

    /** Files whose path starts with the text; folders end in a slash. */
    private static List<Match> files(String start) {
        int slash = start.lastIndexOf('/') + 1;
        List<Match> matches = new ArrayList<>();
        Path folder = Path.of(slash == 0 ? "." : start.substring(0, slash));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String text = start.substring(0, slash) + entry.getFileName() + (Files.isDirectory(entry) ? "/" : "");
                boolean hidden = entry.getFileName().toString().startsWith(".") && slash == start.length();
                if (text.startsWith(start) && !hidden) {
                    matches.add(new Match(text, "file"));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // no such folder
        }
        matches.sort((a, b) -> a.text().compareTo(b.text()));
        return matches;
    }

    Completeness completeness(String cell) {
        boolean cellMagic = cell.stripLeading().startsWith("%%");
        return session.completeness(cellMagic ? "" : withoutMagics(cell));
    }

    Optional<Documentation> inspect(String cell, int cursor) {
        Matcher line = MAGIC_LINE.matcher(cell);
        while (line.find()) {
            if (line.start(1) <= cursor && cursor <= line.end(1)) {
                return table.find(line.group(1)).map(MagicAssistant::describe);
            }
        }
        return session.inspect(withoutMagics(cell), cursor);
    }

    private static Documentation describe(Magic magic) {
        return new Documentation(
                magic.usage() + "\n\n" + magic.help(),
                "<p><b><code>" + magic.usage() + "</code></b></p>\n<p>" + magic.help() + "</p>");
    }

    /** The cell with blanks in place of lines with a known magic. */
    private String withoutMagics(String cell) {
        return MAGIC_LINE
                .matcher(cell)
                .replaceAll(line -> Matcher.quoteReplacement(
                        table.find(line.group(1)).isPresent() ? CellPart.blank(line.group()) : line.group()));
    }
}
