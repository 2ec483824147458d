package noisebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class CommsTest {
    private static TestKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = TestKernel.start();
        kernel.run("""
                noisebook.kernel.Comms.current().register("echo", (comm, data) -> {
                    comm.onMessage(said -> comm.send(said)).onClose(said -> System.out.println("closed"));
                    System.out.println("opened " + comm.id());
                });""");
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    private static List<Message> say(String type, Object... content) throws Exception {
        return kernel.client.published(kernel.client.send(Channel.SHELL, type, Json.of(content)));
    }

    private static List<String> types(List<Message> messages) {
        return messages.stream().map(Message::type).toList();
    }

    private static JsonObject comms(Object... content) throws Exception {
        return Json.object(kernel.ask("comm_info_request", content), "comms");
    }

    @Test
    void aRegisteredTargetIsOpenedAnsweredListedAndClosed() throws Exception {
        List<Message> opened = say("comm_open", "comm_id", "c1", "target_name", "echo", "data", new JsonObject());
        assertThat(types(opened)).containsExactly("status", "stream", "status");
        assertThat(comms("target_name", "echo").keySet()).contains("c1");
        assertThat(comms("target_name", "other").keySet()).isEmpty();

        List<Message> answered = say("comm_msg", "comm_id", "c1", "data", Json.of("x", 5));
        assertThat(types(answered)).containsExactly("status", "comm_msg", "status");
        assertThat(answered.get(1).content()).isEqualTo(Json.of("comm_id", "c1", "data", Json.of("x", 5)));

        List<Message> closed = say("comm_close", "comm_id", "c1", "data", new JsonObject());
        assertThat(Json.text(closed.get(1).content(), "text")).isEqualTo("closed\n");
        assertThat(comms().keySet()).doesNotContain("c1");
    }

    @Test
    void anUnknownTargetIsClosedAtOnce() throws Exception {
        List<Message> refused = say("comm_open", "comm_id", "c2", "target_name", "nobody", "data", new JsonObject());
        assertThat(types(refused)).containsExactly("status", "comm_close", "status");
        assertThat(Json.text(refused.get(1).content(), "comm_id")).isEqualTo("c2");
    }

    @Test
    void aCellOpensAConversationItself() throws Exception {
        TestKernel.Run run = kernel.run(
                "var mine = noisebook.kernel.Comms.current().open(\"front\", new com.google.gson.JsonObject());"
                        + " mine.close(new com.google.gson.JsonObject());");
        assertThat(run.types()).containsSubsequence("comm_open", "comm_close");
        assertThat(Json.text(run.of("comm_open").get(0), "target_name")).isEqualTo("front");
    }

    @Test
    void aPageIsHeardAndAnsweredAsOftenAsTheListenerLikes() throws Exception {
        String line = kernel.run("""
                noisebook.notebook.Notebook.listen((said, answer) -> {
                    if (said.has("wrong")) throw new IllegalArgumentException("that is wrong");
                    answer.accept(said);
                    answer.accept(said);
                }).get()""").result();
        assertThat(line).startsWith("PageLine[kernel=test-kernel, target=noisebook-page-");
        String target = line.replaceAll(".*target=|]", "");
        List<Message> opened = say("comm_open", "comm_id", "p1", "target_name", target, "data", new JsonObject());
        assertThat(types(opened)).containsExactly("status", "comm_msg", "status"); // the page may speak
        List<Message> heard = say("comm_msg", "comm_id", "p1", "data", Json.of("x", 5));
        assertThat(types(heard)).containsExactly("status", "comm_msg", "comm_msg", "status");
        assertThat(Json.object(heard.get(2).content(), "data")).isEqualTo(Json.of("x", 5));
        List<Message> refused = say("comm_msg", "comm_id", "p1", "data", Json.of("wrong", true));
        assertThat(Json.object(refused.get(1).content(), "data")).isEqualTo(Json.of("error", "that is wrong"));
    }

    @Test
    void messagesToNobodyAreHarmless() throws Exception {
        assertThat(types(say("comm_msg", "comm_id", "nosuch", "data", new JsonObject())))
                .containsExactly("status", "status");
        assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
    }
}
