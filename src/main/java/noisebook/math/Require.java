package noisebook.math;

import java.lang.reflect.Array;
import java.util.Collection;

/** Checks of arguments, whose messages carry the offending value. */
public final class Require {
    private Require() {}

    /** The rule holds of the value. */
    public static void that(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", was " + value);
        }
    }

    /** It holds, or the message says why not and with which value. */
    public static void that(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** At least 1. */
    public static int positive(String name, int value) {
        that(value >= 1, name + " must be at least 1", value);
        return value;
    }

    /** Odd, and at least 1. */
    public static int odd(String name, int value) {
        that(value >= 1 && value % 2 == 1, name + " must be odd and at least 1", value);
        return value;
    }

    /** The array has at least that many elements. */
    public static void atLeast(int minimum, Object array, String name) {
        int length = Array.getLength(array);
        if (length < minimum) {
            throw new IllegalArgumentException(name + " must have at least " + minimum + " elements, had " + length);
        }
    }

    /** Both are arrays of one length, which is returned. */
    public static int sameLength(Object first, Object second) {
        int length = Array.getLength(first);
        if (length != Array.getLength(second)) {
            throw new IllegalArgumentException(
                    "both must have one length, were " + length + " and " + Array.getLength(second));
        }
        return length;
    }

    /** There are as many of the one as of the other. */
    public static void sameLength(String first, int firstLength, String second, int secondLength) {
        if (firstLength != secondLength) {
            throw new IllegalArgumentException(
                    first + " and " + second + " must be equally long, were " + firstLength + " and " + secondLength);
        }
    }

    /** There is something to draw. */
    public static void notEmpty(String name, Collection<?> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty: nothing to draw");
        }
    }

    /** There are values, neither NaN nor infinite. */
    public static double[] finite(String name, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(name + " is empty: nothing to draw");
        }
        for (int i = 0; i < values.length; i++) {
            that(Double.isFinite(values[i]), name + "[" + i + "] must be finite", values[i]);
        }
        return values;
    }

    /** Finite bounds, the lower one first. */
    public static void range(String name, double low, double high) {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                    name + " needs finite bounds with low < high, was [" + low + ", " + high + "]");
        }
    }
}
