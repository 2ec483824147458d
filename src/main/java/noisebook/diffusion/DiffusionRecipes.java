package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import noisebook.math.NoiseSchedule;
import noisebook.nn.Network;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Objective;
import noisebook.train.Optimizer;
import noisebook.train.Recipe;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/** The diffusion models of the lessons. */
public final class DiffusionRecipes {
    private DiffusionRecipes() {}

    /** The forward process of all image models: linear, T = 1000 (Ho et al. 2020). */
    public static ForwardProcess imageProcess() {
        return ForwardProcess.of(NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000));
    }

    /** The forward process of points in the plane: a tenth of the steps, each ten times as noisy. */
    public static ForwardProcess pointProcess() {
        return ForwardProcess.of(NoiseSchedule.of(NoiseSchedule.Kind.RESCALED, 100));
    }

    /** A U-Net that draws digits, or clothes; all times of the walk weigh alike in its training. */
    public static Recipe<ImageDenoiser> images() {
        TrainingOptions options = imageOptions(8000, 1.5e-3).withEmaDecay(.998).withReportEvery(100);
        return images("ddpm-unet", 64, DdpmLoss.balanced(imageProcess()), options);
    }

    /** The same, so small that its loss falls while one watches; too small to draw well. */
    public static Recipe<ImageDenoiser> sketch() {
        TrainingOptions options = imageOptions(400, 4e-3).withEmaDecay(.95).withReportEvery(10);
        return images("ddpm-sketch", 16, DdpmLoss.of(imageProcess()), options);
    }

    /** One matrix that guesses the noise of images at time {@code t}: trained in seconds to the best that a matrix can do. */
    public static Recipe<LinearDenoiser> linear(int t) {
        TrainingOptions options = TrainingOptions.of(800, 64, 1e-3)
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withReportEvery(10);
        ForwardProcess process = imageProcess();
        DdpmLoss loss = DdpmLoss.of(process);
        return new Recipe<>(
                "denoiser-linear-t" + t,
                () -> new LinearDenoiser(process, t),
                options,
                (model, data, given) -> loop(
                        model,
                        loss,
                        Batches.of(data.train()),
                        Tensors::signed,
                        random -> random.full(new Shape(given.batchSize()), t),
                        given));
    }

    private static TrainingOptions imageOptions(int steps, double learningRate) {
        return TrainingOptions.of(steps, 64, learningRate)
                .withOptimizer(Optimizer.adam(.9, .99))
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withGradientClipNorm(1);
    }

    private static Recipe<ImageDenoiser> images(String name, int width, DdpmLoss loss, TrainingOptions options) {
        return new Recipe<>(
                name,
                () -> new ImageDenoiser(loss.process(), width),
                options,
                (model, data, given) -> loop(model, loss, Batches.of(data.train()), Tensors::signed, given));
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
                        loop(model, DdpmLoss.of(pointProcess()), Batches.of(rows), UnaryOperator.identity(), given));
    }

    /** Draws t uniform in 1..T and fresh noise for every sample, and hands both to the loss. */
    static <M extends Network & Denoiser> TrainingLoop loop(
            M model, DdpmLoss loss, Batches batches, UnaryOperator<NDArray> toX0, TrainingOptions options) {
        return loop(
                model,
                loss,
                batches,
                toX0,
                random -> loss.process().drawTimesteps(random, options.batchSize()),
                options);
    }

    private static <M extends Network & Denoiser> TrainingLoop loop(
            M model,
            DdpmLoss loss,
            Batches batches,
            UnaryOperator<NDArray> toX0,
            Function<NDManager, NDArray> timesteps,
            TrainingOptions options) {
        Objective objective = (batch, random) -> {
            NDArray x0 = toX0.apply(batch.head());
            NDArray t = timesteps.apply(random);
            return Loss.of(loss.loss(model, x0, t, random.randomNormal(x0.getShape())));
        };
        return TrainingLoop.of(model, batches, objective, options);
    }
}
