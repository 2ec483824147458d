package noisebook.gan;

import java.util.ArrayList;
import java.util.List;
import noisebook.train.Loss;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLog;
import noisebook.train.TrainingProgress;

/** Takes a {@link GanSnapshot} at every report of a training; the training itself runs as if nobody watched. */
public final class GanWatch implements TrainingListener {
    private static final long SEED = 1;

    private final Gan gan;
    private final GeneratorLoss loss;
    private final int samples;
    private final float[] points;
    private final List<GanSnapshot> snapshots = new ArrayList<>();

    private GanWatch(Gan gan, GeneratorLoss loss, int samples, float[] points) {
        this.gan = gan;
        this.loss = loss;
        this.samples = samples;
        this.points = points;
    }

    /**
     * Watches a GAN.
     *
     * @param loss whose gradient is recorded at each sample
     * @param samples in each snapshot, at least 1
     * @param points where D is recorded, (N, dim) row-major
     */
    public static GanWatch of(Gan gan, GeneratorLoss loss, int samples, float[] points) {
        if (samples < 1) {
            throw new IllegalArgumentException("a snapshot needs at least 1 sample, was " + samples);
        }
        return new GanWatch(gan, loss, samples, points.clone());
    }

    @Override
    public void onProgress(TrainingProgress progress, TrainingLog log) {
        float[] drawn = gan.sample(samples, SEED);
        snapshots.add(new GanSnapshot(
                progress.step(),
                loss(progress, Gan.DISCRIMINATOR),
                loss(progress, Gan.GENERATOR),
                drawn,
                gan.pulls(drawn, loss),
                gan.probabilities(points)));
    }

    private static double loss(TrainingProgress progress, String player) {
        return progress.losses().getOrDefault(player + "." + Loss.TOTAL, Double.NaN);
    }

    /** All snapshots so far, oldest first. */
    public List<GanSnapshot> snapshots() {
        return List.copyOf(snapshots);
    }

    /** The latest snapshot. */
    public GanSnapshot last() {
        return snapshots.get(snapshots.size() - 1);
    }
}
