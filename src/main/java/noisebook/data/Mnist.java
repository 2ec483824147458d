package noisebook.data;

import java.net.URI;
import java.util.List;
import noisebook.data.IdxFile.Hashed;

/** MNIST (LeCun, Cortes and Burges 1998): its mirror and the SHA-256 of each unpacked file. */
final class Mnist {
    static final IdxArchive ARCHIVE = new IdxArchive(
            DataSet.MNIST,
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            new IdxFile(
                    "train-images-idx3-ubyte.gz",
                    List.of(60_000, 28, 28),
                    Hashed.UNPACKED,
                    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
            new IdxFile(
                    "train-labels-idx1-ubyte.gz",
                    List.of(60_000),
                    Hashed.UNPACKED,
                    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
            new IdxFile(
                    "t10k-images-idx3-ubyte.gz",
                    List.of(10_000, 28, 28),
                    Hashed.UNPACKED,
                    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
            new IdxFile(
                    "t10k-labels-idx1-ubyte.gz",
                    List.of(10_000),
                    Hashed.UNPACKED,
                    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

    private Mnist() {}
}
