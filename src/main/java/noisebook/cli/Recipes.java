package noisebook.cli;

import java.util.List;
import java.util.stream.Stream;
import noisebook.autoencoder.AutoencoderRecipes;
import noisebook.diffusion.DiffusionRecipes;
import noisebook.evaluate.ClassifierRecipe;
import noisebook.evaluate.Evaluator;
import noisebook.gan.DcGanRecipes;
import noisebook.train.Recipe;
import noisebook.vae.VaeRecipes;

/** All recipes by name. */
final class Recipes {
    private Recipes() {}

    static List<Recipe<?>> all() {
        return Stream.of(
                        ClassifierRecipe.all(),
                        AutoencoderRecipes.all(split -> Evaluator.of(split).perceptual()),
                        VaeRecipes.all(),
                        DcGanRecipes.all(),
                        DiffusionRecipes.all())
                .<Recipe<?>>flatMap(List::stream)
                .toList();
    }

    /**
     * The recipe with a name.
     *
     * @throws IllegalArgumentException naming all of them when there is none
     */
    static Recipe<?> named(String name) {
        return all().stream()
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no recipe is named '" + name + "'; there are " + names()));
    }

    static List<String> names() {
        return all().stream().map(Recipe::name).toList();
    }
}
