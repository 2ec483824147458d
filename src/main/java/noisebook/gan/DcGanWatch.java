package noisebook.gan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import noisebook.data.Images;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLog;
import noisebook.train.TrainingProgress;

/** Takes samples of a generator at every report of a training, from the same z each time, and scores them. */
public final class DcGanWatch implements TrainingListener {
    private final DcGenerator generator;
    private final int samples;
    private final ToDoubleFunction<Images> score;
    private final List<Look> looks = new ArrayList<>();

    private DcGanWatch(DcGenerator generator, int samples, ToDoubleFunction<Images> score) {
        this.generator = generator;
        this.samples = samples;
        this.score = score;
    }

    /**
     * The generator at one moment.
     *
     * @param step training steps done
     * @param samples from the same z each time
     * @param score of the samples
     */
    public record Look(int step, Images samples, double score) {}

    /**
     * Watches a generator.
     *
     * @param samples in each look, at least 1
     * @param score of the samples, such as their FCD-28
     */
    public static DcGanWatch of(DcGenerator generator, int samples, ToDoubleFunction<Images> score) {
        if (samples < 1) {
            throw new IllegalArgumentException("a look needs at least 1 sample, was " + samples);
        }
        return new DcGanWatch(generator, samples, score);
    }

    @Override
    public void onProgress(TrainingProgress progress, TrainingLog log) {
        generator.training(false); // paints each z for itself, as after the training
        try {
            Images drawn = generator.generate(samples, 1);
            looks.add(new Look(progress.step(), drawn, score.applyAsDouble(drawn)));
        } finally {
            generator.training(true);
        }
    }

    /** All looks so far, oldest first. */
    public List<Look> looks() {
        return List.copyOf(looks);
    }
}
