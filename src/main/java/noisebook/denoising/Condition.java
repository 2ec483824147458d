package noisebook.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import noisebook.math.Require;
import noisebook.tensor.Tensors;

/** What samples are to show: nothing in particular, a class each, or a text each. */
public sealed interface Condition {
    /** Nothing in particular, for any number of samples. */
    static Condition none() {
        return None.ONLY;
    }

    /** A class for each sample, 0-based. */
    static Condition classes(int... labels) {
        Require.atLeast(1, labels, "labels");
        Arrays.stream(labels).forEach(label -> Require.that(label >= 0, "a class must be 0 or more", label));
        return new Classes(labels.clone());
    }

    /** The same from a batch: (N), whole numbers. */
    static Condition classes(NDArray labels) {
        return classes(
                Arrays.stream(labels.toLongArray()).mapToInt(Math::toIntExact).toArray());
    }

    /**
     * A text for each sample.
     *
     * @param tokens (N, L), indices of a vocabulary in which 0 fills a text up to its length L
     */
    static Condition tokens(int[][] tokens) {
        Require.atLeast(1, tokens, "tokens");
        for (int[] text : tokens) {
            Require.that(
                    text.length == tokens[0].length,
                    "texts must be filled up with 0 to one length, " + tokens[0].length,
                    text.length);
            Arrays.stream(text).forEach(token -> Require.that(token >= 0, "a token must be 0 or more", token));
        }
        return new Tokens(Arrays.stream(tokens).map(int[]::clone).toArray(int[][]::new));
    }

    /** Those of the samples {@code from} to {@code to}, exclusive. */
    Condition range(int from, int to);

    /** The same with those of some samples hidden, which are then to show nothing in particular. */
    Condition hiding(boolean[] samples);

    /**
     * Returns this condition, which must be one of so many samples.
     *
     * @throws IllegalArgumentException naming both numbers if it is not
     */
    default Condition requireSize(int samples) {
        return this;
    }

    /**
     * For a model that draws what it likes.
     *
     * @throws IllegalArgumentException unless nothing is asked for
     */
    default void requireNone() {
        throw new IllegalArgumentException("this model draws what it likes and cannot be asked for " + this
                + ": leave the condition out, or take a model that was trained with it");
    }

    /**
     * For a model that knows classes: the row of a table in which {@code classes} rows stand for the classes and one more, the last, for none.
     *
     * @throws IllegalArgumentException for a class that it does not know, and for a text
     */
    default int[] rowOfEach(int samples, int classes) {
        throw new IllegalArgumentException("this model knows " + classes + " classes and was asked for " + this);
    }

    /**
     * For a model that knows classes: a row for each sample with a 1 in the column of its class, or in one more, the last, for none.
     *
     * @param manager of the result
     * @return (N, classes + 1), float32
     * @throws IllegalArgumentException as {@link #rowOfEach}
     */
    default NDArray oneHot(NDManager manager, int samples, int classes) {
        return Tensors.oneHot(manager.create(rowOfEach(samples, classes)).toType(DataType.INT64, false), classes + 1);
    }

    /** Nothing in particular. */
    record None() implements Condition {
        private static final None ONLY = new None();

        @Override
        public Condition range(int from, int to) {
            return this;
        }

        @Override
        public Condition hiding(boolean[] samples) {
            return this;
        }

        @Override
        public void requireNone() {
            // nothing is asked for
        }

        @Override
        public int[] rowOfEach(int samples, int classes) {
            int[] rows = new int[samples];
            Arrays.fill(rows, classes);
            return rows;
        }

        @Override
        public String toString() {
            return "nothing in particular";
        }
    }

    /**
     * A class each.
     *
     * @param labels (N); −1 where it is hidden
     */
    @SuppressWarnings("ArrayRecordComponent") // asked, never compared
    record Classes(int[] labels) implements Condition {
        private static final int HIDDEN = -1;

        @Override
        public Condition range(int from, int to) {
            return new Classes(Arrays.copyOfRange(labels, from, to));
        }

        @Override
        public Condition hiding(boolean[] samples) {
            int[] left = labels.clone();
            for (int i = 0; i < left.length; i++) {
                left[i] = samples[i] ? HIDDEN : left[i];
            }
            return new Classes(left);
        }

        @Override
        public Condition requireSize(int samples) {
            Require.sameLength("samples", samples, "classes", labels.length);
            return this;
        }

        @Override
        public int[] rowOfEach(int samples, int classes) {
            requireSize(samples);
            int[] rows = labels.clone();
            for (int i = 0; i < rows.length; i++) {
                Require.that(rows[i] < classes, "this model knows the classes 0 to " + (classes - 1), rows[i]);
                rows[i] = rows[i] == HIDDEN ? classes : rows[i];
            }
            return rows;
        }

        @Override
        public String toString() {
            return "the classes " + Arrays.toString(labels);
        }
    }

    /**
     * A text each.
     *
     * @param tokens (N, L); a hidden text is all 0
     */
    @SuppressWarnings("ArrayRecordComponent") // asked, never compared
    record Tokens(int[][] tokens) implements Condition {
        @Override
        public Condition range(int from, int to) {
            return new Tokens(Arrays.copyOfRange(tokens, from, to));
        }

        @Override
        public Condition hiding(boolean[] samples) {
            int[][] left = tokens.clone();
            for (int i = 0; i < left.length; i++) {
                left[i] = samples[i] ? new int[left[i].length] : left[i];
            }
            return new Tokens(left);
        }

        @Override
        public Condition requireSize(int samples) {
            Require.sameLength("samples", samples, "texts", tokens.length);
            return this;
        }

        @Override
        public String toString() {
            return tokens.length + " texts";
        }
    }
}
