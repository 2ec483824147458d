package noisebook.data;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Four IDX files that make a data set of 60,000 training and 10,000 test images of 28×28, and where they come from.
 *
 * @param source the data set
 * @param base the address of the folder on the web, ending in a slash
 * @param trainImages (60000, 28, 28)
 * @param trainLabels (60000)
 * @param testImages (10000, 28, 28)
 * @param testLabels (10000)
 */
record IdxArchive(
        DataSet source, URI base, IdxFile trainImages, IdxFile trainLabels, IdxFile testImages, IdxFile testLabels) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The first data folder that has all four files. */
    Optional<Path> folder() {
        return DataFolders.candidates().stream()
                .map(folder -> folder.resolve(source.id()))
                .filter(folder -> files().stream().allMatch(file -> Files.isRegularFile(folder.resolve(file.name()))))
                .findFirst();
    }

    Split read(Path folder) throws IOException {
        return new Split(
                source,
                images("train", folder, trainImages, trainLabels),
                images("test", folder, testImages, testLabels));
    }

    /** Downloads what is missing and returns the folder with all four files, each of them checked. */
    Path fetch(Consumer<DownloadProgress> progress) throws IOException {
        Path folder = DataFolders.downloads().resolve(source.id());
        for (IdxFile file : files()) {
            if (!Files.isRegularFile(folder.resolve(file.name()))) {
                Download.of(base.resolve(file.name()), folder.resolve(file.name()), PATIENCE)
                        .run(progress, part -> IdxReader.read(part, file));
            }
        }
        return folder;
    }

    private List<IdxFile> files() {
        return List.of(trainImages, trainLabels, testImages, testLabels);
    }

    private ImageSet images(String part, Path folder, IdxFile images, IdxFile labels) throws IOException {
        ByteBuffer grey = open(folder, images);
        byte[] pixels = new byte[grey.remaining()];
        grey.get(pixels);
        ByteBuffer digits = open(folder, labels);
        int[] classes = new int[digits.remaining()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = digits.get();
        }
        return ImageSet.of(
                source + " " + part, 1, images.shape().get(1), images.shape().get(2), pixels, classes);
    }

    private static ByteBuffer open(Path folder, IdxFile file) throws IOException {
        try {
            return IdxReader.read(folder.resolve(file.name()), file);
        } catch (IOException e) {
            throw new IOException(
                    e.getMessage()
                            + "; delete it and load the data set again to download it, or put the original there",
                    e);
        }
    }
}
