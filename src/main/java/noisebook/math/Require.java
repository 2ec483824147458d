package noisebook.math;

import java.lang.reflect.Array;

/** Argument checks shared by the package. */
public final class Require {
    private Require() {}

    /** Both are arrays of one length, which is returned. */
    public static int sameLength(Object first, Object second) {
        int length = Array.getLength(first);
        if (length != Array.getLength(second)) {
            throw new IllegalArgumentException(
                    "both must have one length, were " + length + " and " + Array.getLength(second));
        }
        return length;
    }

    /** The array has at least that many elements. */
    static void atLeast(int minimum, Object array, String name) {
        int length = Array.getLength(array);
        if (length < minimum) {
            throw new IllegalArgumentException(name + " must have at least " + minimum + " elements, had " + length);
        }
    }
}
