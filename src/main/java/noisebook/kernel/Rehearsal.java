package noisebook.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Runs a kernel once, with everything a first cell needs, so that the JVM can archive the classes this loads. */
public final class Rehearsal {
    private static final List<String> CELLS = List.of(
            "1 + 1",
            "int n = 3; System.out.println(n);",
            "List.of(1, 2).stream().map(i -> i * 2).toList()",
            "class Point { int x; }",
            "unknown");

    private Rehearsal() {}

    /**
     * Runs the rehearsal.
     *
     * @param args none
     */
    public static void main(String[] args) throws IOException, TimeoutException {
        Connection connection = Connection.local();
        Path folder = Files.createTempDirectory("noisebook");
        Path file = folder.resolve("connection.json");
        connection.write(file);
        try (Kernel kernel = Kernel.start(Connection.read(file), History.of(folder.resolve("history")));
                KernelClient client = KernelClient.connect(connection)) {
            ask(client, "kernel_info_request", new JsonObject());
            for (String cell : CELLS) {
                ask(client, "execute_request", Json.of("code", cell));
            }
            JsonObject question = Json.of("code", "String.val", "cursor_pos", 10);
            for (String type :
                    List.of("complete_request", "inspect_request", "is_complete_request", "history_request")) {
                ask(client, type, question);
            }
        }
        System.exit(0); // what JShell leaves behind must not keep the JVM
    }

    private static void ask(KernelClient client, String type, JsonObject content) throws TimeoutException {
        client.request(Channel.SHELL, type, content);
    }
}
