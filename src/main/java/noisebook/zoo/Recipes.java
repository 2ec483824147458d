package noisebook.zoo;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import noisebook.autoencoder.AutoencoderRecipes;
import noisebook.diffusion.DiffusionRecipes;
import noisebook.distill.DenoisingGanRecipes;
import noisebook.edit.EditRecipes;
import noisebook.evaluate.ClassifierRecipe;
import noisebook.evaluate.Evaluator;
import noisebook.evaluate.SceneRecipe;
import noisebook.flow.FlowRecipes;
import noisebook.gan.DcGanRecipes;
import noisebook.gan.style.StyleGanRecipes;
import noisebook.train.Recipe;
import noisebook.vae.VaeRecipes;

/** The recipes by name. */
public final class Recipes {
    /** What a recipe that depends on the time is given when none is said. */
    public static final Duration MINUTE = Duration.ofMinutes(1);

    private Recipes() {}

    /** Those whose weights are shipped. */
    public static List<Recipe<?>> all() {
        return Stream.of(
                        ClassifierRecipe.all(),
                        List.of(SceneRecipe.judge()),
                        AutoencoderRecipes.all(
                                ClassifierRecipe.classifier().name(),
                                split -> Evaluator.of(split).perceptual()),
                        VaeRecipes.all(),
                        DcGanRecipes.all(),
                        StyleGanRecipes.all(),
                        EditRecipes.all(split -> Evaluator.of(split).perceptual()),
                        DiffusionRecipes.all(),
                        FlowRecipes.all(),
                        DenoisingGanRecipes.all())
                .<Recipe<?>>flatMap(List::stream)
                .toList();
    }

    /**
     * The recipe with a name.
     *
     * @param time what the training may take; the network that is best in it may depend on it
     * @throws IllegalArgumentException naming all of them when there is none
     */
    public static Recipe<?> named(String name, Duration time) {
        return with(time)
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no recipe is named '" + name + "'; there are " + names()));
    }

    private static Stream<Recipe<?>> with(Duration time) {
        return Stream.concat(all().stream(), Stream.of(FlowRecipes.digits(time)));
    }

    /** Their names, those included that depend on the time. */
    public static List<String> names() {
        return with(MINUTE).map(Recipe::name).toList();
    }
}
