package noisebook.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import noisebook.data.ImageSet;
import noisebook.math.Doubles;

/**
 * Training data, a batch at a time. Batch number {@code k} is a function of the seed and {@code k} alone, so a resumed run sees the same ones.
 * The data stay where they are, in Java's arrays; only a batch of them is ever a tensor.
 */
public final class Batches {
    private final Numbered source;

    private Batches(Numbered source) {
        this.source = source;
    }

    /** Makes batches by their number. */
    @FunctionalInterface
    public interface Numbered {
        /**
         * One batch, a function of its number and the seed alone.
         *
         * @param index 0-based
         * @param size B
         * @param step owns its tensors
         */
        NDList at(long index, int size, long seed, NDManager step);
    }

    /** Images (B, C, H, W) in [0, 1] and, where there are any, labels (B), int64; shuffled anew each epoch, a last incomplete batch left out. */
    public static Batches of(ImageSet images) {
        Picker pixels = new Picker(images::copy, new Shape(images.channels(), images.height(), images.width()));
        return shuffled(images.size(), (manager, chosen) -> {
            NDList batch = new NDList(pixels.pick(chosen, manager));
            if (images.hasLabels()) {
                batch.add(manager.create(
                        Arrays.stream(chosen).mapToLong(images::label).toArray()));
            }
            return batch;
        });
    }

    /** Rows (B, d) of a fixed set of points. */
    public static Batches of(double[][] rows) {
        float[] flat = Doubles.floats(rows);
        int length = rows[0].length;
        Picker points = new Picker(
                (i, to, offset) -> System.arraycopy(flat, i * length, to, offset, length), new Shape(length));
        return shuffled(rows.length, (manager, chosen) -> new NDList(points.pick(chosen, manager)));
    }

    /**
     * Fresh samples for every step.
     *
     * @param draw from the step's manager and the batch size to a tensor (B, …)
     */
    public static Batches generated(BiFunction<NDManager, Integer, NDArray> draw) {
        return numbered((index, size, seed, manager) -> new NDList(draw.apply(manager, size)));
    }

    /** Batches that come into being along the run. */
    public static Batches numbered(Numbered source) {
        return new Batches(source);
    }

    private static Batches shuffled(int size, BiFunction<NDManager, int[], NDList> chosen) {
        Shuffle shuffle = new Shuffle(size);
        return numbered((index, batch, seed, manager) -> chosen.apply(manager, shuffle.at(index, batch, seed)));
    }

    /** Batch number {@code index}, 0-based, owned by {@code step}. */
    NDList at(long index, int batchSize, long seed, NDManager step) {
        return source.at(index, batchSize, seed, step);
    }

    /** The order in which samples come, another one each epoch. */
    private static final class Shuffle {
        private final int size;
        private int[] order = {};
        private long epoch = -1;
        private long shuffledWith;

        Shuffle(int size) {
            this.size = size;
        }

        int[] at(long index, int batchSize, long seed) {
            if (size < batchSize) {
                throw new IllegalArgumentException("a batch of " + batchSize + " cannot be drawn from " + size
                        + " samples: lower batchSize or give more data");
            }
            int perEpoch = size / batchSize;
            anew(index / perEpoch, seed);
            int start = (int) (index % perEpoch) * batchSize;
            return Arrays.copyOfRange(order, start, start + batchSize);
        }

        private void anew(long wanted, long seed) {
            if (wanted == epoch && seed == shuffledWith) {
                return;
            }
            epoch = wanted;
            shuffledWith = seed;
            order = new int[size];
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + epoch);
            for (int i = 0; i < size; i++) {
                int j = random.nextInt(i + 1);
                order[i] = order[j];
                order[j] = i;
            }
        }
    }

    /** Writes the row with an index to a place of an array. */
    private interface Rows {
        void copy(int i, float[] to, int offset);
    }

    /** Picks rows. On their way they pass through one buffer, again and again: Java frees such buffers late. */
    private static final class Picker {
        private final Rows rows;
        private float[] values = {};
        private final Shape row;
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        Picker(Rows rows, Shape row) {
            this.rows = rows;
            this.row = row;
        }

        NDArray pick(int[] chosen, NDManager manager) {
            int length = (int) row.size();
            int bytes = chosen.length * length * Float.BYTES;
            if (buffer.capacity() != bytes) {
                buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
                values = new float[chosen.length * length];
            }
            for (int k = 0; k < chosen.length; k++) {
                rows.copy(chosen[k], values, k * length);
            }
            buffer.asFloatBuffer().put(values);
            return manager.create(buffer, new Shape(chosen.length).addAll(row), DataType.FLOAT32)
                    .duplicate();
        }
    }
}
