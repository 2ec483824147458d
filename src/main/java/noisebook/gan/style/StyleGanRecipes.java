package noisebook.gan.style;

import noisebook.data.DataSet;
import noisebook.gan.GanOptions;
import noisebook.train.Batches;
import noisebook.train.Optimizer;
import noisebook.train.Recipe;
import noisebook.train.TrainingOptions;

/** The generators with a style for every layer. Only the generator is kept; its opponent lives as long as the training. */
public final class StyleGanRecipes {
    private static final int WIDTH = 16; // of the generator, at 28×28
    private static final int OPPONENT = 32; // of the discriminator, at 14×14
    private static final double RATE = 1e-2; // of the discriminator
    private static final double PATH_WEIGHT = 2;

    private StyleGanRecipes() {}

    /**
     * StyleGAN2 in miniature. Weights that are kept at size 1 may move by a fiftieth a step: eight times as fast as in the paper, for a run of 144,000 pictures instead of 25 million.
     */
    public static Recipe<StyleGenerator> stylegan2() {
        TrainingOptions options = TrainingOptions.of(9000, 16, 2e-2)
                .withOptimizer(Optimizer.adam(0, .99))
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withEmaDecay(.998)
                .withReportEvery(100);
        return new Recipe<>(
                "stylegan2", () -> new StyleGenerator(WIDTH, Styling.DEMODULATION), options, (model, data, given) -> {
                    AugmentedDiscriminator discriminator =
                            AugmentedDiscriminator.of(OPPONENT, new AdaptiveAugmentation(Double.POSITIVE_INFINITY));
                    discriminator.initialize(given.seed() + 1);
                    double gamma = StyleGan.gamma(DataSet.SIDE, given.batchSize());
                    return new StyleGan(model, discriminator, gamma, PATH_WEIGHT)
                            .loop(Batches.of(data.train()), GanOptions.of(given).withDiscriminatorRate(RATE));
                });
    }
}
