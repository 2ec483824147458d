package noisebook.plot;

import java.util.Collection;

/** Argument checks whose messages carry the offending value and the remedy. */
final class Require {
    private Require() {}

    static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
        return value;
    }

    static double[] finite(String name, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException(name + " is empty: nothing to draw");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite, was " + values[i]);
            }
        }
        return values;
    }

    static void range(String name, double low, double high) {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                    name + " needs finite bounds with low < high, was [" + low + ", " + high + "]");
        }
    }

    static void sameLength(String first, int firstLength, String second, int secondLength) {
        if (firstLength != secondLength) {
            throw new IllegalArgumentException(
                    first + " and " + second + " must be equally long, were " + firstLength + " and " + secondLength);
        }
    }

    static void notEmpty(String name, Collection<?> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty: nothing to draw");
        }
    }

    static double[] doubles(float[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return result;
    }
}
