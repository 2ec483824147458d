package noisebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
    @TempDir
    private Path folder;

    private History open() {
        return History.of(folder.resolve("data").resolve("history.jsonl"));
    }

    private static String range(History history, int session) {
        JsonObject request = Json.of("hist_access_type", "range", "session", session, "output", false);
        return history.reply(request).get("history").toString();
    }

    private static String tail(History history) {
        return history.reply(Json.of("hist_access_type", "tail", "n", 9))
                .get("history")
                .toString();
    }

    @Test
    void twoKernelsOpenAtOnceHaveSessionsOfTheirOwn() {
        History first = open();
        History second = open();
        assertThat(tail(first)).isEqualTo("[]");
        assertThat(tail(second)).isEqualTo("[]");
        first.add(1, "int a;");
        second.add(1, "int b;");
        assertThat(range(first, 0)).isEqualTo("[[1,1,\"int a;\"]]");
        assertThat(range(second, 0)).isEqualTo("[[2,1,\"int b;\"]]");
        assertThat(tail(open())).isEqualTo("[[1,1,\"int a;\"],[2,1,\"int b;\"]]");
    }

    @Test
    void sessionsBeforeThisOneAreCountedBackwards() {
        open().add(1, "int a;");
        History next = open();
        next.add(1, "int b;");
        assertThat(range(next, -1)).isEqualTo("[[1,1,\"int a;\"]]");
    }

    @Test
    void aLineCutShortByACrashCostsThatLineOnly() throws IOException {
        open().add(1, "int a;");
        Files.writeString(folder.resolve("data/history.jsonl"), "[1,2,\"in\n", StandardOpenOption.APPEND);
        open().add(1, "int c;");
        assertThat(tail(open())).isEqualTo("[[1,1,\"int a;\"],[2,1,\"int c;\"]]");
    }

    @Test
    void aFolderThatCannotBeWrittenCostsLaterSessionsOnly() throws IOException {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");
        History history = open();
        history.add(1, "int a;");
        assertThat(range(history, 0)).isEqualTo("[[1,1,\"int a;\"]]");
    }
}
