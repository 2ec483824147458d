package noisebook.kernel;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** A kernel in this JVM and a client of it. */
final class TestKernel implements AutoCloseable {
    /** What came back for a cell. */
    record Run(JsonObject reply, List<Message> published) {
        List<JsonObject> of(String type) {
            return published.stream()
                    .filter(message -> message.type().equals(type))
                    .map(Message::content)
                    .toList();
        }

        String text(String stream) {
            return of("stream").stream()
                    .filter(content -> Json.text(content, "name").equals(stream))
                    .map(content -> Json.text(content, "text"))
                    .collect(Collectors.joining());
        }

        /** The text of the result, or an empty string. */
        String result() {
            return of("execute_result").stream()
                    .map(content -> Json.text(Json.object(content, "data"), "text/plain"))
                    .collect(Collectors.joining());
        }

        String status() {
            return Json.text(reply, "status");
        }

        List<String> types() {
            return published.stream().map(Message::type).toList();
        }
    }

    final Connection connection;
    final KernelClient client;
    private final Kernel kernel;

    private TestKernel() throws IOException {
        Connection local = Connection.local();
        connection = new Connection(local.ip(), local.ports(), local.key(), "test-kernel");
        Path history = Files.createTempDirectory("noisebook").resolve("history.jsonl");
        kernel = Kernel.start(connection, History.of(history));
        client = KernelClient.connect(connection);
    }

    /** Starts a kernel and waits until its client hears it. */
    static TestKernel start() throws IOException, TimeoutException {
        TestKernel test = new TestKernel();
        while (!test.client
                .next(Channel.IOPUB, java.time.Duration.ofSeconds(10))
                .type()
                .equals("iopub_welcome")) {
            continue;
        }
        return test;
    }

    Message send(String code, Object... more) {
        JsonObject content = Json.of(more);
        content.addProperty("code", code);
        return client.send(Channel.SHELL, "execute_request", content);
    }

    Run run(String code, Object... more) throws TimeoutException {
        return finish(send(code, more));
    }

    Run finish(Message request) throws TimeoutException {
        JsonObject reply = client.reply(Channel.SHELL, request).content();
        return new Run(reply, client.published(request));
    }

    JsonObject ask(String type, Object... content) throws TimeoutException {
        return client.request(Channel.SHELL, type, Json.of(content)).content();
    }

    JsonObject control(String type, Object... content) throws TimeoutException {
        return client.request(Channel.CONTROL, type, Json.of(content)).content();
    }

    @Override
    public void close() {
        client.close();
        kernel.close();
    }
}
