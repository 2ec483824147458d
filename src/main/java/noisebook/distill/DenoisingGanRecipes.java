package noisebook.distill;

import java.util.List;
import noisebook.denoising.Condition;
import noisebook.flow.FlowRecipes;
import noisebook.flow.VelocityUNet;
import noisebook.gan.GanOptions;
import noisebook.gan.GaussianRing;
import noisebook.math.NoiseSchedule;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Checkpoints;
import noisebook.train.Optimizer;
import noisebook.train.Recipe;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/** Diffusion models of four steps. */
public final class DenoisingGanRecipes {
    private static final int CLASSES = 10;
    private static final int WIDTH = 32; // of the discriminator of digits
    private static final double GAMMA = .02;
    private static final double RATE = 1e-3; // of the discriminator of digits

    private DenoisingGanRecipes() {}

    /** Four steps, in each of which most of what was there is drowned: ᾱ is .52, .079, .0034 and 4.3e-5. */
    public static NoiseSchedule schedule() {
        return NoiseSchedule.of(NoiseSchedule.Kind.CONTINUOUS, 4);
    }

    /** The game over points of a ring, for an initialised generator. */
    public static TrainingLoop points(PointStepGenerator generator, GaussianRing ring, GanOptions options) {
        PointStepDiscriminator discriminator =
                new PointStepDiscriminator(schedule().timesteps());
        discriminator.initialize(options.training().seed() + 1);
        return new DenoisingGan(generator, discriminator, 0)
                .loop(ring.batches(), batch -> batch.head(), batch -> Condition.none(), options);
    }

    /**
     * A generator that draws the digit it is asked for, in four steps. It starts as the shipped network of flow matching, so that only what tells a digit from the mean of
     * digits is left to learn. The discriminator learns fifty times as fast: before it has an opinion, the generator must not wander off.
     */
    public static Recipe<ImageStepGenerator> images() {
        TrainingOptions options = TrainingOptions.of(1500, 32, 2e-5)
                .withOptimizer(Optimizer.adam(.5, .99))
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withEmaDecay(.99)
                .withReportEvery(50);
        Recipe<VelocityUNet> teaches = FlowRecipes.images();
        Recipe<ImageStepGenerator> recipe = new Recipe<>(
                "ddgan",
                () -> new ImageStepGenerator(schedule(), teaches.model().get().width()),
                options,
                (model, data, given) -> {
                    model.startAs(Checkpoints.shipped(teaches, data));
                    ImageStepDiscriminator discriminator = new ImageStepDiscriminator(schedule(), CLASSES, WIDTH);
                    discriminator.initialize(given.seed() + 1);
                    return new DenoisingGan(model, discriminator, GAMMA)
                            .loop(
                                    Batches.of(data.train()),
                                    batch -> Tensors.signed(batch.head()),
                                    batch -> Condition.classes(batch.get(1)),
                                    GanOptions.of(given).withDiscriminatorRate(RATE));
                });
        return recipe.needing(teaches.name());
    }

    /** Every recipe whose weights are shipped. */
    public static List<Recipe<?>> all() {
        return List.of(images());
    }
}
