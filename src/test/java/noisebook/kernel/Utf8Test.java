package noisebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class Utf8Test {
    @Test
    void aCharacterCutInTwoIsKeptForLater() {
        byte[] bytes = "aЖ€😀".getBytes(StandardCharsets.UTF_8);
        int[] whole = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10};
        for (int length = 0; length <= bytes.length; length++) {
            assertThat(Utf8.wholeLength(Arrays.copyOf(bytes, length)))
                    .as("%d bytes", length)
                    .isEqualTo(whole[length]);
        }
    }

    @Test
    void bytesThatAreNoTextAreNotHeldBack() {
        assertThat(Utf8.wholeLength(new byte[] {-128, -128, -128, -128, -128})).isEqualTo(5);
    }
}
