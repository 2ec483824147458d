package noisebook.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import noisebook.data.ImageSet;
import noisebook.tensor.Compute;
import noisebook.tensor.Scope;
import noisebook.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * Training data, a batch at a time. Batch number {@code k} is a function of the seed and {@code k} alone, so a resumed run sees the same ones.
 * A data set becomes one tensor when the first batch is asked for and is freed with {@link #close}; the object can then be used again.
 */
public final class Batches implements AutoCloseable {
    private final BiFunction<NDManager, Integer, NDList> source;
    private final int size;
    private @Nullable NDManager manager;
    private NDList data = new NDList();
    private int[] order = {};
    private long epoch = -1;
    private long shuffledWith;

    private Batches(BiFunction<NDManager, Integer, NDList> source, int size) {
        this.source = source;
        this.size = size;
    }

    /** Images (B, 1, H, W) in [0, 1] and labels (B), int64; shuffled anew each epoch, a last incomplete batch left out. */
    public static Batches of(ImageSet images) {
        return new Batches(
                (manager, unused) -> new NDList(
                        Tensors.images(manager, images.pixels(), images.height(), images.width()),
                        manager.create(
                                Arrays.stream(images.labels()).asLongStream().toArray())),
                images.size());
    }

    /** Rows (B, d) of a fixed set of points. */
    public static Batches of(double[][] rows) {
        return new Batches((manager, unused) -> new NDList(Tensors.rows(manager, rows)), rows.length);
    }

    /**
     * Fresh samples for every step.
     *
     * @param draw from the step's manager and the batch size to a tensor (B, …)
     */
    public static Batches generated(BiFunction<NDManager, Integer, NDArray> draw) {
        return new Batches((manager, batchSize) -> new NDList(draw.apply(manager, batchSize)), 0);
    }

    /** Batch number {@code index}, 0-based, owned by {@code step}. */
    NDList at(long index, int batchSize, long seed, NDManager step) {
        if (size == 0) {
            return source.apply(step, batchSize);
        }
        if (size < batchSize) {
            throw new IllegalArgumentException("a batch of " + batchSize + " cannot be drawn from " + size
                    + " samples: lower batchSize or give more data");
        }
        int perEpoch = size / batchSize;
        load();
        shuffle(index / perEpoch, seed);
        int start = (int) (index % perEpoch) * batchSize;
        long[] chosen = new long[batchSize];
        for (int i = 0; i < batchSize; i++) {
            chosen[i] = order[start + i];
        }
        NDIndex rows = new NDIndex("{}", step.create(chosen));
        NDList batch = new NDList();
        data.forEach(tensor -> batch.add(tensor.get(step, rows)));
        return batch;
    }

    private void load() {
        if (manager == null) {
            NDManager owner = Compute.newManager();
            manager = owner;
            data = Scope.keepAll(() -> source.apply(owner, 0));
        }
    }

    private void shuffle(long wanted, long seed) {
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

    @Override
    public void close() {
        if (manager != null) {
            manager.close();
            manager = null;
            data = new NDList();
        }
    }
}
