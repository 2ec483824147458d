package noisebook.edit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Function;
import noisebook.data.Split;
import noisebook.evaluate.ClassifierRecipe;
import noisebook.gan.style.StyleGanRecipes;
import noisebook.gan.style.StyleGenerator;
import noisebook.nn.Layer;
import noisebook.tensor.Ops;
import noisebook.tensor.Tensors;
import noisebook.train.Batches;
import noisebook.train.Checkpoints;
import noisebook.train.Loss;
import noisebook.train.Optimizer;
import noisebook.train.Recipe;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/** The networks that take pictures to codes. */
public final class EditRecipes {
    private static final int WIDTH = 24;
    private static final int PAINTER = 16; // maps of the decoder
    private static final double KNOWN = .1; // weight of w where it is known

    private EditRecipes() {}

    /**
     * An encoder for {@link StyleGanRecipes#stylegan2}. Half of what it learns is to draw real digits again through the generator, half to find the w of drawn ones, which is known (Zhu et al.
     * 2020, "In-Domain GAN Inversion").
     *
     * @param perceptual features of images in [0, 1] of the classifier of a data set
     */
    public static Recipe<StyleEncoder> encoder(Function<Split, Layer> perceptual) {
        TrainingOptions options = TrainingOptions.of(1500, 32, 3e-3)
                .withOptimizer(Optimizer.adam(.9, .99))
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withReportEvery(50);
        Recipe<StyleGenerator> draws = StyleGanRecipes.stylegan2();
        Recipe<StyleEncoder> recipe =
                new Recipe<>("style-encoder", () -> new StyleEncoder(WIDTH), options, (model, data, given) -> {
                    StyleGenerator generator = Checkpoints.shipped(draws, data);
                    generator.freeze(true);
                    Inversion inversion = new Inversion(generator, perceptual.apply(data));
                    return TrainingLoop.of(
                            model,
                            Batches.of(data.train()),
                            (batch, random) ->
                                    loss(model, inversion, batch.head(), random.randomNormal(codes(batch.head()))),
                            given);
                });
        return recipe.needing(draws.name(), ClassifierRecipe.classifier().name());
    }

    private static Shape codes(NDArray batch) {
        return new Shape(batch.size(0), StyleGenerator.LATENT);
    }

    static Loss loss(StyleEncoder encoder, Inversion inversion, NDArray real, NDArray z) {
        StyleGenerator generator = inversion.generator();
        NDArray again = inversion.loss(real, encoder.forward(Tensors.signed(real)));
        NDArray w = generator.map(z).stopGradient();
        NDArray drawn = generator.draw(generator.everywhere(w)).stopGradient();
        NDArray missed = encoder.forward(drawn).sub(w).square().mean();
        return Loss.of(again.add(Ops.scale(missed, KNOWN)), "again", again.stopGradient(), "w", missed.stopGradient());
    }

    /**
     * A decoder for {@link StyleTransfer}: each digit of a batch in the style of the next.
     *
     * @param perceptual features of images in [0, 1] of the classifier of a data set
     */
    public static Recipe<StyleTransfer> transfer(Function<Split, Layer> perceptual) {
        TrainingOptions options = TrainingOptions.of(1000, 32, 3e-3)
                .withOptimizer(Optimizer.adam(.9, .99))
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE)
                .withReportEvery(50);
        Recipe<StyleTransfer> recipe =
                new Recipe<>("style-transfer", () -> new StyleTransfer(PAINTER), options, (model, data, given) -> {
                    Layer features = perceptual.apply(data);
                    return TrainingLoop.of(
                            model,
                            Batches.of(data.train()),
                            (batch, random) -> model.loss(batch.head(), next(batch.head()), features),
                            given);
                });
        return recipe.needing(ClassifierRecipe.classifier().name());
    }

    private static NDArray next(NDArray images) {
        return images.get("1:").concat(images.get("0:1"), 0);
    }

    /** Every recipe whose weights are shipped. */
    public static List<Recipe<?>> all(Function<Split, Layer> perceptual) {
        return List.of(encoder(perceptual), transfer(perceptual));
    }
}
