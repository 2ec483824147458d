package noisebook.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataSetsTest {
    private static final String PROPERTY = "noisebook.data";

    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheFolder() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void aDataSetIsFoundByItsId() {
        for (DataSet set : DataSet.values()) {
            assertThat(DataSet.parse(set.id())).isSameAs(set);
        }
        assertThat(DataSet.parse(" MNIST ")).isSameAs(DataSet.MNIST);
    }

    @Test
    void anUnknownDataSetIsAnsweredWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSet.parse("cifar"))
                .withMessage("unknown data set 'cifar': use mnist, fashion, drawn, scenes");
    }

    @Test
    void theNamedFolderComesFirstAndTakesTheDownloads() {
        System.setProperty(PROPERTY, folder.toString());
        assertThat(DataFolders.candidates()).hasSize(3).first().isEqualTo(folder);
        assertThat(DataFolders.downloads()).isEqualTo(folder);
    }

    @Test
    void aNamedFolderThatDoesNotExistIsRefused() {
        System.setProperty(PROPERTY, folder.resolve("gone").toString());
        assertThatIllegalArgumentException()
                .isThrownBy(DataSets::available)
                .withMessageContaining("gone' does not exist: create it, or correct or unset NOISEBOOK_DATA");
    }

    @Test
    void mnistIsAvailableOnlyWithAllItsFiles() throws IOException {
        System.setProperty(PROPERTY, folder.toString());
        placeDamagedMnist();
        assertThat(Mnist.ARCHIVE.folder()).contains(folder.resolve("mnist"));
        assertThat(DataSets.available()).isEqualTo(DataSet.MNIST);
        Files.delete(folder.resolve("mnist/t10k-labels-idx1-ubyte.gz"));
        assertThat(Mnist.ARCHIVE.folder()).isNotEqualTo(java.util.Optional.of(folder.resolve("mnist")));
    }

    @Test
    void aDamagedFileIsNamedWithTheRemedy() throws IOException {
        System.setProperty(PROPERTY, folder.toString());
        placeDamagedMnist();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> DataSets.read(Mnist.ARCHIVE, progress -> {}))
                .withMessageStartingWith(folder.resolve("mnist/train-images-idx3-ubyte.gz") + " is not a gzip file")
                .withMessageEndingWith(
                        "; delete it and load the data set again to download it, or put the original there");
    }

    private void placeDamagedMnist() throws IOException {
        Path mnist = Files.createDirectories(folder.resolve("mnist"));
        for (String name :
                new String[] {"train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"}) {
            Files.writeString(mnist.resolve(name + "-ubyte.gz"), "not it");
        }
    }
}
