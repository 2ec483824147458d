package noisebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WireTest {
    private static final byte[] CLIENT = {1, 2, 3};
    private final Wire wire = Wire.of("secret");

    private static Message message() {
        return Message.of("kernel_info_request", new JsonObject(), Json.of("имя", "😀"))
                .to(List.of(CLIENT));
    }

    @Test
    void whatIsEncodedIsDecoded() {
        Message sent = message();
        Message read = wire.decode(wire.encode(sent));
        assertThat(read.header()).isEqualTo(sent.header());
        assertThat(read.content()).isEqualTo(sent.content());
        assertThat(read.identities()).containsExactly(CLIENT);
    }

    @Test
    void theSignatureIsTheHmacOfTheFourObjects() {
        Message fixed =
                new Message(List.of(), Json.of("a", 1), new JsonObject(), new JsonObject(), Json.of("b", 2), List.of());
        // printf '{"a":1}{}{}{"b":2}' | openssl dgst -sha256 -hmac secret
        assertThat(new String(wire.encode(fixed).get(1), StandardCharsets.US_ASCII))
                .isEqualTo("9b14d94617bffb278285cea390d9dc17e01ec3188dba313f9548021906557a7b");
    }

    @Test
    void withoutAKeyNothingIsSigned() {
        assertThat(Wire.of("").encode(message()).get(2)).isEmpty();
        Wire.of("").decode(Wire.of("").encode(message()));
    }

    @Test
    void aWrongSignatureIsRefused() {
        List<byte[]> frames = new ArrayList<>(wire.encode(message()));
        frames.get(2)[5] ^= 1;
        refused(frames, "signature");
        refused(Wire.of("other").encode(message()), "signature");
        refused(Wire.of("").encode(message()), "signature");
    }

    @Test
    void framesThatAreNoMessageAreRefused() {
        refused(List.of(), "IDS|MSG");
        refused(List.of(CLIENT, CLIENT), "IDS|MSG");
        refused(wire.encode(message()).subList(0, 5), "frames");
    }

    @Test
    void signedNonsenseIsRefused() {
        refused(
                wire.encode(new Message(
                        List.of(), new JsonObject(), new JsonObject(), new JsonObject(), new JsonObject(), List.of())),
                "msg_id");
        Message numbered = new Message(
                List.of(),
                Json.of("msg_id", 7, "msg_type", "x"),
                new JsonObject(),
                new JsonObject(),
                new JsonObject(),
                List.of());
        refused(wire.encode(numbered), "msg_id");
    }

    private void refused(List<byte[]> frames, String why) {
        assertThatExceptionOfType(BadMessageException.class)
                .isThrownBy(() -> wire.decode(frames))
                .withMessageContaining(why);
    }
}
