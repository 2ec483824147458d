package noisebook.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives the data sets, each read or drawn once per JVM. */
public final class DataSets {
    /** The seed of the drawn digits that the lessons and their checkpoints use. */
    private static final long DRAWN_SEED = 42;

    private static final int TRAIN_SIZE = 60_000;
    private static final int TEST_SIZE = 10_000;
    private static final int SCENES = 20_000;
    private static final int TEST_SCENES = 4_000;
    private static final Map<DataSet, Split> LOADED = new EnumMap<>(DataSet.class);

    private DataSets() {}

    /**
     * The data set, downloaded first when its files are not found, with the progress on the error stream.
     *
     * @param set which one
     * @return its training and test images
     * @throws UncheckedIOException when it can be neither found nor downloaded, or its files are damaged
     */
    public static Split load(DataSet set) {
        return load(set, progress -> System.err.print(progress.line()));
    }

    /**
     * The data set, downloaded first when its files are not found.
     *
     * @param set which one
     * @param progress told about a download, a few times a second
     * @return its training and test images
     * @throws UncheckedIOException when it can be neither found nor downloaded, or its files are damaged
     */
    public static synchronized Split load(DataSet set, Consumer<DownloadProgress> progress) {
        return LOADED.computeIfAbsent(set, missing -> switch (missing) {
            case MNIST -> read(Mnist.ARCHIVE, progress);
            case FASHION_MNIST -> read(FashionMnist.ARCHIVE, progress);
            case DRAWN_DIGITS -> drawn();
            case DRAWN_SCENES -> scenes();
        });
    }

    /**
     * The data set to use when none was asked for: MNIST when its files are there, else the drawn digits. Never
     * downloads.
     *
     * @return MNIST or the drawn digits
     */
    public static DataSet available() {
        return Mnist.ARCHIVE.folder().isPresent() ? DataSet.MNIST : DataSet.DRAWN_DIGITS;
    }

    static Split read(IdxArchive archive, Consumer<DownloadProgress> progress) {
        try {
            Optional<Path> folder = archive.folder();
            return archive.read(folder.isPresent() ? folder.get() : archive.fetch(progress));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static Split scenes() {
        return new Split(
                DataSet.DRAWN_SCENES,
                DrawnScenes.training(SCENES, DRAWN_SEED).images(),
                DrawnScenes.training(TEST_SCENES, DRAWN_SEED + 1).images());
    }

    private static Split drawn() {
        return new Split(
                DataSet.DRAWN_DIGITS,
                DrawnDigits.of("drawn digits train", TRAIN_SIZE, DRAWN_SEED),
                DrawnDigits.of("drawn digits test", TEST_SIZE, DRAWN_SEED + 1));
    }
}
