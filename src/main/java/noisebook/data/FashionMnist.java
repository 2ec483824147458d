package noisebook.data;

import java.net.URI;
import java.util.List;
import noisebook.data.IdxFile.Hashed;

/**
 * Fashion-MNIST (Xiao, Rasul and Vollgraf 2017), from its authors' repository.
 *
 * <p>The checksums known for it are those of the packed files.
 */
final class FashionMnist {
    static final IdxArchive ARCHIVE = new IdxArchive(
            DataSet.FASHION_MNIST,
            URI.create("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
            new IdxFile(
                    "train-images-idx3-ubyte.gz",
                    List.of(60_000, 28, 28),
                    Hashed.PACKED,
                    "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
            new IdxFile(
                    "train-labels-idx1-ubyte.gz",
                    List.of(60_000),
                    Hashed.PACKED,
                    "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
            new IdxFile(
                    "t10k-images-idx3-ubyte.gz",
                    List.of(10_000, 28, 28),
                    Hashed.PACKED,
                    "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
            new IdxFile(
                    "t10k-labels-idx1-ubyte.gz",
                    List.of(10_000),
                    Hashed.PACKED,
                    "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"));

    private FashionMnist() {}
}
