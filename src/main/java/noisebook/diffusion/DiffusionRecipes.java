package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import noisebook.denoising.Condition;
import noisebook.denoising.Denoiser;
import noisebook.denoising.DenoisingLoss;
import noisebook.denoising.ForwardProcess;
import noisebook.denoising.StepBackLoss;
import noisebook.math.NoiseSchedule;
import noisebook.math.Prediction;
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

    /** The schedule of all image models: linear, T = 1000 (Ho et al. 2020). */
    public static NoiseSchedule imageSchedule() {
        return NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000);
    }

    /** The schedule of points in the plane: a tenth of the steps, each ten times as noisy. */
    public static NoiseSchedule pointSchedule() {
        return NoiseSchedule.of(NoiseSchedule.Kind.RESCALED, 100);
    }

    /**
     * A U-Net that draws digits, or clothes. Its errors are those of the velocity: where x_t is nearly all noise, errors of ε are tiny whatever
     * the model believes about x_0, and yet it is there that the shape of a sample is decided.
     */
    public static Recipe<ImageDenoiser> images() {
        TrainingOptions options = imageOptions(8000, 1.5e-3).withEmaDecay(.998).withReportEvery(100);
        return images("ddpm-unet", 64, Prediction.VELOCITY, options);
    }

    /** The same, so small that its loss falls while one watches; too small to draw well. */
    public static Recipe<ImageDenoiser> sketch() {
        TrainingOptions options = imageOptions(400, 4e-3).withEmaDecay(.95).withReportEvery(10);
        return images("ddpm-sketch", 16, Prediction.EPSILON, options);
    }

    /**
     * A small U-Net that differs from another only in what its errors are squared in, and so in how the times weigh against each other: {@link
     * Prediction#EPSILON} is the plain loss of DDPM, {@link Prediction#VELOCITY} divides it by ᾱ_t.
     */
    public static Recipe<ImageDenoiser> judgedIn(Prediction judged) {
        TrainingOptions options = imageOptions(2500, 2e-3).withEmaDecay(.99).withReportEvery(100);
        return images("ddpm-judged-in-" + judged.name().toLowerCase(Locale.ROOT), 32, judged, options);
    }

    /** One matrix that guesses the noise of images at time {@code t}: trained in seconds to the best that a matrix can do. */
    public static Recipe<LinearDenoiser> linear(int t) {
        TrainingOptions options = TrainingOptions.of(800, 64, 1e-3)
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withReportEvery(10);
        ForwardProcess process = ForwardProcess.of(imageSchedule());
        DenoisingLoss loss = DenoisingLoss.in(Prediction.EPSILON);
        return new Recipe<>(
                "denoiser-linear-t" + t,
                () -> new LinearDenoiser(process, t),
                options,
                (model, data, given) -> TrainingLoop.of(
                        model,
                        Batches.of(data.train()),
                        (batch, random) -> {
                            NDArray x0 = Tensors.signed(batch.head());
                            NDArray times = random.full(new Shape(given.batchSize()), t);
                            return Loss.of(loss.of(model, x0, times, random.randomNormal(x0.getShape())));
                        },
                        given));
    }

    private static TrainingOptions imageOptions(int steps, double learningRate) {
        return TrainingOptions.of(steps, 64, learningRate)
                .withOptimizer(Optimizer.adam(.9, .99))
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withGradientClipNorm(1);
    }

    /** In what the errors are squared decides how the times weigh against each other. */
    private static Recipe<ImageDenoiser> images(String name, int width, Prediction judged, TrainingOptions options) {
        return new Recipe<>(
                name,
                () -> new ImageDenoiser(ForwardProcess.of(imageSchedule()), width),
                options,
                (model, data, given) -> TrainingLoop.of(
                        model,
                        Batches.of(data.train()),
                        DenoisingLoss.in(judged).ofPictures(model),
                        given));
    }

    /** Every recipe whose weights are shipped. */
    public static List<Recipe<?>> all() {
        return List.of(images(), judgedIn(Prediction.EPSILON), judgedIn(Prediction.VELOCITY));
    }

    /**
     * A model of points in the plane.
     *
     * @param name of the shape
     * @param rows (n, 2), within about ±2
     */
    public static Recipe<PointDenoiser> points(String name, double[][] rows) {
        return points(name, rows, PointDenoiser.WIDTH);
    }

    /** The same with so many units in each layer of the network. */
    public static Recipe<PointDenoiser> points(String name, double[][] rows, int width) {
        DenoisingLoss loss = DenoisingLoss.in(Prediction.EPSILON);
        return points(name, rows, width, model -> loss.objective(model, NDList::head, batch -> Condition.none()));
    }

    /** The same, trained to guess where a point was one step earlier; see {@link StepBackLoss}. */
    public static Recipe<PointDenoiser> stepBack(String name, double[][] rows) {
        return points(name, rows, PointDenoiser.WIDTH, StepBackLoss::objective);
    }

    private static Recipe<PointDenoiser> points(
            String name, double[][] rows, int width, Function<Denoiser, Objective> objective) {
        TrainingOptions options = TrainingOptions.of(2000, 256, 4e-3)
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withEmaDecay(.98);
        return new Recipe<>(
                name,
                () -> new PointDenoiser(width),
                options,
                (model, unused, given) -> TrainingLoop.of(model, Batches.of(rows), objective.apply(model), given));
    }
}
