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
    private static final int WIDTH = 48;

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
        return images("ddpm-unet", WIDTH, 3000, 1.5e-3);
    }

    /** The same, so small that its loss falls while one watches; too small to draw well. */
    public static Recipe<ImageDenoiser> sketch() {
        return images("ddpm-sketch", 16, 400, 4e-3);
    }

    private static Recipe<ImageDenoiser> images(String name, int width, int steps, double learningRate) {
        TrainingOptions options = TrainingOptions.of(steps, 64, learningRate)
                .withBetas(.9, .99)
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withGradientClipNorm(1)
                .withEmaDecay(steps > 1000 ? .995 : .95)
                .withReportEvery(steps > 1000 ? 100 : 10);
        return new Recipe<>(
                name,
                () -> new ImageDenoiser(imageProcess(), width),
                options,
                (model, data, given) -> loop(model, imageProcess(), Batches.of(data.train()), Tensors::signed, given));
    }

    /** Every recipe whose weights are shipped. */
    public static List<Recipe<?>> all() {
        return List.of(images());
    }

    /**
     * A model of points in the plane.
     *
     * @param name of the shape
     * @param rows (n, 2), within about ±2
     */
    public static Recipe<PointDenoiser> points(String name, double[][] rows) {
        TrainingOptions options = TrainingOptions.of(2000, 256, 4e-3)
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withEmaDecay(.98);
        return new Recipe<>(
                name,
                PointDenoiser::new,
                options,
                (model, unused, given) ->
                        loop(model, pointProcess(), Batches.of(rows), UnaryOperator.identity(), given));
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
