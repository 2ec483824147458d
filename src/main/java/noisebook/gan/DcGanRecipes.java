package noisebook.gan;

import java.util.List;
import java.util.function.UnaryOperator;
import noisebook.train.Batches;
import noisebook.train.Optimizer;
import noisebook.train.Recipe;
import noisebook.train.TrainingOptions;

/** The GANs that draw digits. Only the generator is kept; its opponent lives as long as the training. */
public final class DcGanRecipes {
    private static final int LATENT = 64;
    private static final int CLASSES = 10;

    private DcGanRecipes() {}

    /** A generator that draws what it likes. */
    public static Recipe<DcGenerator> dcgan() {
        return recipe("dcgan", 0, 16, 32, 14_000, o -> o);
    }

    /** A generator that draws the digit it is asked for. */
    public static Recipe<DcGenerator> cgan() {
        return recipe("cgan", CLASSES, 16, 32, 7000, o -> o);
    }

    /**
     * A small generator that learns while one watches.
     *
     * @param change to the rules of the game, such as a discriminator that moves more often
     */
    public static Recipe<DcGenerator> sketch(UnaryOperator<GanOptions> change) {
        return recipe("dcgan-sketch", 0, 8, 16, 300, change);
    }

    /** Every recipe whose weights are shipped. */
    public static List<Recipe<?>> all() {
        return List.of(dcgan(), cgan());
    }

    private static Recipe<DcGenerator> recipe(
            String name, int classes, int width, int opponent, int steps, UnaryOperator<GanOptions> change) {
        TrainingOptions options = TrainingOptions.of(steps, 32, 4e-3)
                .withOptimizer(Optimizer.adam(.5, .99))
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withReportEvery(steps > 1000 ? 100 : 15);
        return new Recipe<>(name, () -> new DcGenerator(LATENT, classes, width), options, (model, data, given) -> {
            DcDiscriminator discriminator = new DcDiscriminator(classes, opponent);
            discriminator.initialize(given.seed() + 1);
            return new DcGan(model, discriminator).loop(Batches.of(data.train()), change.apply(GanOptions.of(given)));
        });
    }
}
