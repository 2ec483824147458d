package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.UnaryOperator;
import noisebook.math.NoiseSchedule;
import noisebook.nn.Module;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Objective;
import noisebook.train.Recipe;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/** The diffusion models of the lessons. */
public final class DiffusionRecipes {
    private static final int WIDTH = 32;
    private static final int POINT_BATCH = 512;

    private DiffusionRecipes() {}

    /** The forward process of all image models: linear, T = 1000 (Ho et al. 2020). */
    public static ForwardProcess imageProcess() {
        return ForwardProcess.of(NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000));
    }

    /** The forward process of points in the plane: a tenth of the steps, each ten times as noisy. */
    public static ForwardProcess pointProcess() {
        return ForwardProcess.of(NoiseSchedule.of(NoiseSchedule.Kind.RESCALED, 100));
    }

    /** A U-Net that draws digits, or clothes. */
    public static Recipe<ImageDenoiser> images() {
        TrainingOptions options = TrainingOptions.of(3500, 64, 2e-3)
                .withBetas(.9, .99)
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withGradientClipNorm(1)
                .withEmaDecay(.995)
                .withReportEvery(100);
        return new Recipe<>(
                "ddpm-unet",
                () -> new ImageDenoiser(imageProcess(), WIDTH),
                options,
                (model, data, given) -> loop(model, imageProcess(), Batches.of(data.train()), Tensors::signed, given));
    }

    /** Every recipe of this family. */
    public static List<Recipe<?>> all() {
        return List.of(images());
    }

    /**
     * Trains a model on points of the plane.
     *
     * @param rows (n, 2)
     * @param steps about 3,000 give clean shapes
     */
    public static TrainingLoop points(PointDenoiser model, double[][] rows, int steps, long seed) {
        TrainingOptions options = TrainingOptions.of(steps, POINT_BATCH, 2e-3)
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withEmaDecay(.99)
                .withSeed(seed);
        return loop(model, pointProcess(), Batches.of(rows), UnaryOperator.identity(), options);
    }

    /** Draws t uniform in 1..T and fresh noise for every sample, and hands both to the loss. */
    static <M extends Module & Denoiser> TrainingLoop loop(
            M model, ForwardProcess process, Batches batches, UnaryOperator<NDArray> toX0, TrainingOptions options) {
        DdpmLoss loss = DdpmLoss.of(process);
        Objective objective = (batch, random) -> {
            NDArray x0 = toX0.apply(batch.head());
            NDArray t = process.drawTimesteps(random, options.batchSize());
            return Loss.of(loss.loss(model, x0, t, random.randomNormal(x0.getShape())));
        };
        return TrainingLoop.of(model, batches, objective, options);
    }
}
