package noisebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What front ends ask beside running cells. */
final class QuestionsTest {
    private static TestKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = TestKernel.start();
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void kernelInfoHasAStatusAndNamesTheLanguageAndTheProtocol() throws Exception {
        JsonObject info = kernel.ask("kernel_info_request");
        assertThat(Json.text(info, "status")).isEqualTo("ok");
        assertThat(Json.text(info, "protocol_version")).isEqualTo("5.4");
        JsonObject language = Json.object(info, "language_info");
        assertThat(Json.text(language, "name")).isEqualTo("java");
        assertThat(Json.text(language, "version")).isEqualTo(System.getProperty("java.version"));
        assertThat(Json.text(language, "file_extension")).startsWith(".");
        assertThat(Json.text(info, "banner")).contains("Noisebook");
    }

    @Test
    void aRequestIsAnsweredBetweenBusyAndIdleWithItsHeaderAsTheParent() throws Exception {
        Message request = kernel.client.send(Channel.SHELL, "kernel_info_request", Json.of());
        Message reply = kernel.client.reply(Channel.SHELL, request);
        assertThat(reply.type()).isEqualTo("kernel_info_reply");
        assertThat(reply.parent()).isEqualTo(request.header());
        List<Message> published = kernel.client.published(request);
        assertThat(published)
                .extracting(message -> Json.text(message.content(), "execution_state"))
                .containsExactly("busy", "idle");
        assertThat(published).allSatisfy(message -> assertThat(message.parent()).isEqualTo(request.header()));
    }

    @Test
    void fiftyQueuedRequestsAreAnsweredWithoutPausesBetweenThem() throws Exception {
        long start = System.nanoTime();
        List<Message> requests = IntStream.range(0, 50)
                .mapToObj(i -> kernel.client.send(Channel.SHELL, "kernel_info_request", Json.of()))
                .toList();
        for (Message request : requests) {
            kernel.client.reply(Channel.SHELL, request);
        }
        // A sleep of 50 ms between polls would make it 2.5 s.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void theHeartbeatReturnsWhatItGets() throws Exception {
        kernel.client.sendFrames(Channel.HB, List.of("ping".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(kernel.client.next(Channel.HB, Duration.ofSeconds(5)).type()).isEqualTo("ping");
    }

    @Test
    void completionCountsCharactersOfUnicodeAndNamesTypes() throws Exception {
        String code = "String s😀 = \"\"; s😀.lengt".replace("😀", "");
        JsonObject plain = kernel.ask("complete_request", "code", code, "cursor_pos", code.length());
        assertThat(texts(plain)).anyMatch(text -> text.startsWith("length"));
        String emoji = "\"😀\".lengt";
        JsonObject reply = kernel.ask("complete_request", "code", emoji, "cursor_pos", 9);
        assertThat(texts(reply)).anyMatch(text -> text.startsWith("length"));
        assertThat(Json.number(reply, "cursor_start")).isEqualTo(4);
        assertThat(Json.number(reply, "cursor_end")).isEqualTo(9);
        JsonObject typed = Json.object(reply, "metadata")
                .getAsJsonArray("_jupyter_types_experimental")
                .get(0)
                .getAsJsonObject();
        assertThat(typed.keySet()).contains("text", "type", "start", "end");
    }

    private static List<String> texts(JsonObject reply) {
        return reply.getAsJsonArray("matches").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    @Test
    void isCompleteTellsTheFourCasesApart() throws Exception {
        assertThat(isComplete("int a = 3;")).isEqualTo("complete");
        assertThat(isComplete("for (int i = 0; i < 3; i++) {")).isEqualTo("incomplete");
        assertThat(isComplete("int = = 3;")).isEqualTo("invalid");
        JsonObject open = kernel.ask("is_complete_request", "code", "if (true) {");
        assertThat(Json.text(open, "indent")).isNotEmpty().isBlank();
    }

    private static String isComplete(String code) throws Exception {
        return Json.text(kernel.ask("is_complete_request", "code", code), "status");
    }

    @Test
    void inspectionIsFoundAtTheEndOfAWord() throws Exception {
        JsonObject reply = kernel.ask("inspect_request", "code", "Math.abs(1)", "cursor_pos", 8, "detail_level", 0);
        assertThat(Json.flag(reply, "found", false)).isTrue();
        assertThat(Json.text(Json.object(reply, "data"), "text/plain")).contains("abs");
        assertThat(Json.text(Json.object(reply, "data"), "text/html")).contains("abs");
        JsonObject nothing = kernel.ask("inspect_request", "code", "nosuchthing", "cursor_pos", 3);
        assertThat(Json.flag(nothing, "found", true)).isFalse();
        assertThat(Json.text(nothing, "status")).isEqualTo("ok");
    }

    @Test
    void questionsAreAnsweredWhileACellRuns() throws Exception {
        Message running = kernel.send("Thread.sleep(60_000);");
        while (!kernel.client.next(Channel.IOPUB, Duration.ofSeconds(10)).type().equals("execute_input")) {
            continue;
        }
        assertThat(Json.text(kernel.ask("kernel_info_request"), "status")).isEqualTo("ok");
        assertThat(texts(kernel.ask("complete_request", "code", "Math.ab", "cursor_pos", 7)))
                .anyMatch(text -> text.startsWith("abs"));
        assertThat(isComplete("int a;")).isEqualTo("complete");
        assertThat(Json.text(kernel.control("interrupt_request"), "status")).isEqualTo("ok");
        assertThat(Json.text(kernel.finish(running).reply(), "status")).isEqualTo("error");
    }

    @Test
    void historyHasTailRangeAndSearchWithOutputsWhereAsked() throws Exception {
        int line = Json.number(kernel.run("2 * 21 // the answer").reply(), "execution_count");
        kernel.run("int unseen = 0;", "store_history", false);
        kernel.run("2 * 21 // the answer");
        JsonArray tail = kernel.ask("history_request", "hist_access_type", "tail", "n", 2, "output", true)
                .getAsJsonArray("history");
        assertThat(tail.get(0).getAsJsonArray().get(1).getAsInt()).isEqualTo(line);
        assertThat(tail.get(0).getAsJsonArray().get(2).toString()).isEqualTo("[\"2 * 21 // the answer\",\"42\"]");
        JsonArray range = kernel.ask(
                        "history_request", "hist_access_type", "range", "session", 0, "start", line, "stop", line + 1)
                .getAsJsonArray("history");
        assertThat(range).hasSize(1);
        JsonArray found = kernel.ask(
                        "history_request", "hist_access_type", "search", "pattern", "2 ?*answer", "unique", true)
                .getAsJsonArray("history");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).getAsJsonArray().get(1).getAsInt()).isEqualTo(line + 1);
    }

    @Test
    void anUnknownRequestAndADebugRequestAreRefusedWithAReply() throws Exception {
        JsonObject debug = kernel.control("debug_request", "command", "initialize");
        assertThat(Json.text(debug, "status")).isEqualTo("error");
        assertThat(Json.text(kernel.ask("no_such_request"), "evalue")).contains("no_such_request");
    }

    @Test
    void aRequestWithoutItsContentIsRefusedWithAReply() throws Exception {
        JsonObject reply = kernel.ask("complete_request", "cursor_pos", 3);
        assertThat(Json.text(reply, "status")).isEqualTo("error");
        assertThat(Json.text(reply, "evalue")).contains("code");
    }

    @Test
    void connectRequestTellsThePorts() throws Exception {
        JsonObject reply = kernel.ask("connect_request");
        assertThat(Json.number(reply, "hb_port"))
                .isEqualTo(kernel.connection.ports().get(Channel.HB));
    }
}
