package noisebook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import noisebook.data.IdxFile.Hashed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdxReaderTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("toy.gz");
    }

    @Test
    void readsTheDataBehindTheHeader() throws IOException {
        Files.write(file, IdxFiles.PACKED);
        ByteBuffer data = IdxReader.read(file, IdxFiles.EXPECTED);
        assertThat(data.remaining()).isEqualTo(12);
        assertThat(data.get(11)).isEqualTo((byte) 11);
    }

    @Test
    void checksTheHashOfThePackedFileWhenOnlyThatIsKnown() throws IOException {
        IdxFile expected =
                new IdxFile("toy.gz", List.of(2, 2, 3), Hashed.PACKED, Sha256.of(ByteBuffer.wrap(IdxFiles.PACKED)));
        Files.write(file, IdxFiles.PACKED);
        assertThat(IdxReader.read(file, expected).remaining()).isEqualTo(12);
        IdxFile other = new IdxFile("toy.gz", List.of(2, 2, 3), Hashed.PACKED, IdxFiles.EXPECTED.sha256());
        assertThatIOException().isThrownBy(() -> IdxReader.read(file, other)).withMessageContaining("(packed)");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatIOException()
                .isThrownBy(() -> IdxReader.read(file, IdxFiles.EXPECTED))
                .withMessage(file + " is missing");
    }

    @Test
    void tellsAFileThatIsNotGzip() throws IOException {
        refuses(IdxFiles.RAW, "is not a gzip file: expected it to start with 1f 8b");
        refuses(new byte[0], "is not a gzip file");
        refuses("<html>Not found</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8), "is not a gzip file");
    }

    @Test
    void tellsAFileCutAnywhere() throws IOException {
        for (int length = 2; length < IdxFiles.PACKED.length; length++) {
            refuses(Arrays.copyOf(IdxFiles.PACKED, length), "is cut short: expected 28 bytes when unpacked");
        }
    }

    @Test
    void tellsAnyFlippedByte() throws IOException {
        for (int i = 10; i < IdxFiles.PACKED.length; i++) {
            byte[] damaged = IdxFiles.PACKED.clone();
            damaged[i] ^= 0x55;
            refuses(damaged, "");
        }
        byte[] wrongChecksum = IdxFiles.PACKED.clone();
        wrongChecksum[wrongChecksum.length - 8] ^= 1;
        refuses(wrongChecksum, "is damaged (Corrupt GZIP trailer): expected a sound gzip file");
    }

    @Test
    void tellsAWrongMagicNumber() throws IOException {
        refuses(
                IdxFiles.gzip(IdxFiles.raw(0x801, new int[] {2, 2, 3}, 12)),
                "has the magic number 0x00000801: expected 0x00000803, unsigned bytes in 3 dimension(s)");
    }

    @Test
    void tellsAWrongSize() throws IOException {
        refuses(
                IdxFiles.gzip(IdxFiles.raw(0x803, new int[] {2, 3, 2}, 12)),
                "has size 3 in dimension 2: expected 2x2x3");
        refuses(
                IdxFiles.gzip(IdxFiles.raw(0x803, new int[] {2, 2, 3}, 11)),
                "holds only 11 bytes of data: expected 12");
        refuses(IdxFiles.gzip(IdxFiles.raw(0x803, new int[] {2, 2, 3}, 99)), "more than 12 bytes of data: expected 12");
        refuses(IdxFiles.gzip(new byte[5]), "unpacks to 5 bytes: expected a header of 16");
    }

    @Test
    void tellsOtherContentOfTheSameShape() throws IOException {
        byte[] other = IdxFiles.RAW.clone();
        other[20] = 99;
        refuses(IdxFiles.gzip(other), "(unpacked): expected " + IdxFiles.EXPECTED.sha256());
    }

    private void refuses(byte[] content, String problem) throws IOException {
        Files.write(file, content);
        assertThatIOException()
                .isThrownBy(() -> IdxReader.read(file, IdxFiles.EXPECTED))
                .withMessageStartingWith(file + " ")
                .withMessageContaining(problem)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
}
