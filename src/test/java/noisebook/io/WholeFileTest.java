package noisebook.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReplacedAndItsFolderMade() throws IOException {
        Path file = folder.resolve("new/file");
        WholeFile.write(file, new byte[] {1});
        WholeFile.write(file, new byte[] {2, 3});
        assertThat(file).hasBinaryContent(new byte[] {2, 3});
        assertThat(file.getParent()).isDirectoryContaining("glob:**/file");
    }

    @Test
    void whatBreaksOffLeavesTheFileAsItWas() throws IOException {
        Path file = folder.resolve("file");
        WholeFile.write(file, new byte[] {1});
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(7);
                    throw new IOException("No space left on device");
                }))
                .hasMessage("cannot write " + file
                        + " (No space left on device): free some space or choose another folder");
        assertThat(file).hasBinaryContent(new byte[] {1});
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
