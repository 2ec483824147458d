package noisebook.data;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The image sets the lessons know: three of digits or clothes, 28×28 grey images in ten classes, 60,000 to train on and 10,000 to test, and the drawn scenes. */
public enum DataSet {
    /** The handwritten digits of LeCun, Cortes and Burges. */
    MNIST("mnist", "MNIST"),
    /** Zalando's articles of clothing, a drop-in for MNIST. */
    FASHION_MNIST("fashion", "Fashion-MNIST"),
    /** Procedural digits, drawn on the spot: nothing to download. */
    DRAWN_DIGITS("drawn", "drawn digits"),
    /** Procedural pictures with captions, 32×32 in colour: see {@link DrawnScenes}. */
    DRAWN_SCENES("scenes", "drawn scenes");

    /** Rows and columns of every grey picture in these sets. */
    public static final int SIDE = 28;

    private final String id;
    private final String title;

    DataSet(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /**
     * The name on the command line, in folders and in checkpoints.
     *
     * @return for example "mnist"
     */
    public String id() {
        return id;
    }

    /**
     * The data set with this id.
     *
     * @param id as {@link #id()}, in any case
     * @return the data set
     * @throws IllegalArgumentException when there is none
     */
    public static DataSet parse(String id) {
        return Arrays.stream(values())
                .filter(set -> set.id.equalsIgnoreCase(id.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown data set '%s': use %s"
                        .formatted(id, Arrays.stream(values()).map(DataSet::id).collect(Collectors.joining(", ")))));
    }

    /** Whether its pictures are grey, of 28×28 pixels and in ten classes. */
    public boolean grey() {
        return this != DRAWN_SCENES;
    }

    /**
     * The name in figures and messages.
     *
     * @return for example "Fashion-MNIST"
     */
    @Override
    public String toString() {
        return title;
    }
}
