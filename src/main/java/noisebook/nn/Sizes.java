package noisebook.nn;

/** Checks of layer sizes. */
final class Sizes {
    private Sizes() {}

    /** The shape (second, first) of a weight, both checked to be positive. */
    static long[] positive(String firstName, int first, String secondName, int second) {
        positive(firstName, first);
        positive(secondName, second);
        return new long[] {second, first};
    }

    static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
        return value;
    }
}
