package noisebook.gan.style;

import java.util.List;
import java.util.stream.IntStream;
import noisebook.data.ImageSet;
import noisebook.gan.GanOptions;
import noisebook.train.Batches;
import noisebook.train.Optimizer;
import noisebook.train.Recipe;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/** The generators with a style for every layer. Only the generator is kept; its opponent lives as long as the training. */
public final class StyleGanRecipes {
    private static final int WIDTH = 16; // of the generator, at 28×28
    private static final int OPPONENT = 32; // of the discriminator, at 14×14
    private static final int SIZES = 3;
    private static final int STEPS = 6000;
    private static final double RATE = 6e-3; // of the discriminator
    private static final double PATH_WEIGHT = 2;

    private StyleGanRecipes() {}

    /** StyleGAN in miniature: styles by normalisation. Half as many steps: it is there to be compared. */
    public static Recipe<StyleGenerator> stylegan() {
        return recipe("stylegan", Styling.ADAIN, STEPS / 2);
    }

    /** StyleGAN2 in miniature: styles by demodulation. */
    public static Recipe<StyleGenerator> stylegan2() {
        return recipe("stylegan2", Styling.DEMODULATION, STEPS);
    }

    /** Both. */
    public static List<Recipe<?>> all() {
        return List.of(stylegan(), stylegan2());
    }

    private static Recipe<StyleGenerator> recipe(String name, Styling styling, int steps) {
        return new Recipe<>(
                name,
                () -> new StyleGenerator(WIDTH, styling),
                options(steps),
                (model, data, given) -> loop(players(model, never(), given), data.train(), given));
    }

    /**
     * How the players move: all along at one rate, as in the paper, for what is kept is an average. Weights that are kept at size 1 move by up to .008 a step, four times as far as in the paper, for a run of 96,000 pictures instead of 25 million.
     */
    public static TrainingOptions options(int steps) {
        return TrainingOptions.of(steps, 16, 8e-3)
                .withOptimizer(Optimizer.adam(0, .99))
                .withEmaDecay(.999)
                .withReportEvery(100);
    }

    /** An augmentation that never begins. */
    public static AdaptiveAugmentation never() {
        return new AdaptiveAugmentation(Double.POSITIVE_INFINITY);
    }

    /** The game of one generator that is not grown, with a new opponent. */
    public static StyleGan players(
            StyleGenerator generator, AdaptiveAugmentation augmentation, TrainingOptions options) {
        return game(generator, AugmentedDiscriminator.of(OPPONENT, augmentation), options)
                .freeFor(options.steps() * 2 / 3);
    }

    /**
     * The games of growing, the first for images of 7×7. Before the second and third are played their players take over what those before have learned, see {@link StyleGan#takeOver}, and in
     * the first half of them the new size is faded in.
     *
     * @param options of each of the three
     */
    public static List<StyleGan> growing(TrainingOptions options) {
        return IntStream.rangeClosed(1, SIZES)
                .mapToObj(sizes -> {
                    StyleGenerator generator = new StyleGenerator(WIDTH, Styling.DEMODULATION, sizes);
                    generator.initialize(options.seed());
                    return game(generator, AugmentedDiscriminator.growing(OPPONENT, sizes, never()), options)
                            .freeFor(options.steps())
                            .fading(sizes == 1 ? 0 : options.steps() / 2);
                })
                .toList();
    }

    private static StyleGan game(
            StyleGenerator generator, AugmentedDiscriminator discriminator, TrainingOptions options) {
        discriminator.initialize(options.seed() + 1);
        double gamma = StyleGan.gamma(generator.side(), options.batchSize());
        return new StyleGan(generator, discriminator, gamma, PATH_WEIGHT);
    }

    /** The training of a game. */
    public static TrainingLoop loop(StyleGan game, ImageSet real, TrainingOptions options) {
        return game.loop(Batches.of(real), GanOptions.of(options).withDiscriminatorRate(RATE));
    }
}
