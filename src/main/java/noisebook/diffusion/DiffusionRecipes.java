package noisebook.diffusion;

import ai.djl.ndarray.NDArray;
import java.util.List;
import noisebook.math.NoiseSchedule;
import noisebook.nn.Module;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Objective;
import noisebook.train.Recipe;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/** The diffusion models of the lessons. */
public final class DiffusionRecipes {
    private static final int WIDTH = 32;

    private DiffusionRecipes() {}

    /** The schedule of all image models: linear, T = 1000 (Ho et al. 2020). */
    public static ForwardProcess imageProcess() {
        return ForwardProcess.of(NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000));
    }

    /** A U-Net that draws digits, or clothes. */
    public static Recipe<ImageDenoiser> images() {
        TrainingOptions options = TrainingOptions.of(6000, 64, 2e-3)
                .withBetas(.9, .99)
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withGradientClipNorm(1)
                .withEmaDecay(.995);
        return new Recipe<>(
                "ddpm-unet",
                () -> new ImageDenoiser(imageProcess(), WIDTH),
                options,
                (model, data, given) -> loop(model, imageProcess(), Batches.of(data.train()), given));
    }

    /** Every recipe of this family. */
    public static List<Recipe<?>> all() {
        return List.of(images());
    }

    /**
     * Trains a denoiser of images on batches in [0, 1]: t uniform in 1..T and fresh noise for every sample.
     */
    static <M extends Module & Denoiser> TrainingLoop loop(
            M model, ForwardProcess process, Batches images, TrainingOptions options) {
        DdpmLoss loss = DdpmLoss.of(process);
        Objective objective = (batch, random) -> {
            NDArray x0 = batch.head().mul(2).sub(1); // pixels in [-1, 1]
            NDArray t = process.drawTimesteps(random, options.batchSize());
            return Loss.of(loss.loss(model, x0, t, random.randomNormal(x0.getShape())));
        };
        return TrainingLoop.of(model, images, objective, options);
    }
}
