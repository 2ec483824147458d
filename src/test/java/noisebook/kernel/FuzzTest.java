package noisebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing a front end sends may keep the kernel from answering the next good message. */
final class FuzzTest {
    private static final List<String> TYPES = List.of(
            "execute_request",
            "complete_request",
            "inspect_request",
            "is_complete_request",
            "history_request",
            "comm_info_request",
            "comm_open",
            "comm_msg",
            "comm_close",
            "input_reply",
            "interrupt_request",
            "debug_request",
            "kernel_info_request",
            "",
            "status",
            "\u0000");
    private static final List<String> FIELDS = List.of(
            "code",
            "cursor_pos",
            "silent",
            "user_expressions",
            "hist_access_type",
            "n",
            "pattern",
            "comm_id",
            "data",
            "target_name",
            "value",
            "session",
            "start");

    private static TestKernel kernel;
    private final Wire wire = Wire.of(kernel.connection.key());

    @BeforeAll
    static void start() throws Exception {
        kernel = TestKernel.start();
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    private static void assertAlive(String after) throws Exception {
        assertThat(Json.text(kernel.ask("kernel_info_request"), "status"))
                .as(after)
                .isEqualTo("ok");
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"SHELL", "CONTROL", "STDIN"})
    void brokenFramesAreDropped(Channel channel) throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            kernel.client.sendFrames(channel, broken(new Random(seed)));
        }
        assertAlive("broken frames on " + channel);
        assertThat(Json.text(kernel.control("kernel_info_request"), "status")).isEqualTo("ok");
    }

    private List<byte[]> broken(Random random) {
        Message good = Message.of("execute_request", new JsonObject(), Json.of("code", "System.exit(1);"));
        List<byte[]> frames = new ArrayList<>(wire.encode(good));
        int victim = random.nextInt(frames.size());
        switch (random.nextInt(4)) {
            case 0 -> frames.remove(victim);
            case 1 -> frames.set(victim, noise(random, random.nextInt(2_000)));
            case 2 -> frames.set(victim, new byte[0]);
            default -> frames.add(victim, noise(random, 10));
        }
        return frames.isEmpty() ? List.of(new byte[0]) : frames;
    }

    private static byte[] noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void signedMessagesOfTheWrongShapeAreRefused() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            JsonObject content = new JsonObject();
            for (int i = random.nextInt(5); i > 0; i--) {
                content.add(FIELDS.get(random.nextInt(FIELDS.size())), wrong(random));
            }
            kernel.client.send(Channel.SHELL, TYPES.get(random.nextInt(TYPES.size())), content);
        }
        assertAlive("messages of the wrong shape");
        assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
    }

    private static JsonElement wrong(Random random) {
        JsonArray array = new JsonArray();
        array.add(7);
        return switch (random.nextInt(6)) {
            case 0 -> new JsonPrimitive(random.nextLong());
            case 1 -> new JsonPrimitive(1e300);
            case 2 -> new JsonPrimitive(random.nextBoolean());
            case 3 -> array;
            case 4 -> JsonNull.INSTANCE;
            default -> Json.of("a", "b");
        };
    }

    @Test
    void jsonTooDeepToParseIsDropped() throws Exception {
        String deep = "[".repeat(200_000);
        byte[] part = ("{\"a\":" + deep).getBytes(StandardCharsets.UTF_8);
        kernel.client.sendFrames(Channel.SHELL, signed(part));
        assertAlive("deep JSON");
    }

    private List<byte[]> signed(byte[] content) {
        // The signature is over the bytes, so any bytes can be signed: encode an empty message and swap its content.
        JsonObject empty = new JsonObject();
        List<byte[]> frames = new ArrayList<>(wire.encode(Message.of("execute_request", empty, empty)));
        frames.set(frames.size() - 1, content);
        frames.set(1, wire.signature(frames.subList(2, 6)));
        return frames;
    }

    @Test
    void aHugeMessageIsReadOrDropped() throws Exception {
        String code = "// " + "x".repeat(20_000_000) + "\n6 * 7";
        assertThat(Json.text(kernel.ask("is_complete_request", "code", code), "status"))
                .isNotEmpty();
        kernel.client.sendFrames(
                Channel.SHELL, List.of(new byte[80 << 20])); // above the limit: the connection is reset
        Thread.sleep(300);
        try (KernelClient another = KernelClient.connect(kernel.connection)) {
            Message reply = another.request(Channel.SHELL, "kernel_info_request", new JsonObject());
            assertThat(Json.text(reply.content(), "status")).isEqualTo("ok");
        }
    }

    @Test
    void emptyFramesAndAnEmptyHeartbeatAreHarmless() throws Exception {
        IntStream.range(0, 20).forEach(i -> kernel.client.sendFrames(Channel.SHELL, List.of(new byte[0])));
        kernel.client.sendFrames(Channel.HB, List.of(new byte[0]));
        assertAlive("empty frames");
    }
}
