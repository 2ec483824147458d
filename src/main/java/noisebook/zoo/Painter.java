package noisebook.zoo;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import noisebook.data.DataSet;
import noisebook.data.Images;
import noisebook.denoising.Condition;
import noisebook.denoising.Denoiser;
import noisebook.denoising.Guided;
import noisebook.denoising.Sampler;
import noisebook.denoising.SamplingListener;
import noisebook.diffusion.DiffusionRecipes;
import noisebook.distill.DenoisingGanRecipes;
import noisebook.flow.FlowRecipes;
import noisebook.gan.DcGanRecipes;
import noisebook.gan.style.StyleGanRecipes;
import noisebook.math.Require;
import noisebook.nn.Network;
import noisebook.train.Checkpoints;
import noisebook.train.Recipe;
import noisebook.vae.VaeRecipes;

/**
 * A model that draws digits with weights that are shipped, one of each family.
 *
 * @param name by which it is asked for, such as {@code flow}
 * @param recipe whose weights it takes
 * @param knowsClasses whether it can be asked for a digit
 * @param guidable whether it also knows what to draw when no digit is asked for, which {@link Guided} needs
 * @param steps of its walk when none are said; 0 for a model that does not walk
 * @param hand how the model draws
 */
public record Painter<M extends Network>(
        String name, Recipe<M> recipe, boolean knowsClasses, boolean guidable, int steps, Hand<M> hand) {
    /** How a model draws. */
    @FunctionalInterface
    public interface Hand<M> {
        /** Draws pictures, in [0, 1]. */
        Images draw(M model, Wish wish);
    }

    /**
     * What is to be drawn.
     *
     * @param labels the digit of each picture; not looked at by a model that knows no classes
     * @param steps of the walk
     * @param guidance weight of {@link Guided}; 0 for none
     * @param seed decides all noise
     * @param listener watches the walk
     */
    @SuppressWarnings("ArrayRecordComponent") // asked, never compared
    public record Wish(int[] labels, int steps, double guidance, long seed, SamplingListener listener) {}

    /** All of them. */
    public static List<Painter<?>> all() {
        return List.of(
                new Painter<>(
                        "vae",
                        VaeRecipes.mlp(20),
                        false,
                        false,
                        0,
                        (model, wish) -> model.generate(wish.labels().length, wish.seed())),
                new Painter<>(
                        "gan",
                        DcGanRecipes.dcgan(),
                        false,
                        false,
                        0,
                        (model, wish) -> model.generate(wish.labels(), wish.seed())),
                new Painter<>(
                        "cgan",
                        DcGanRecipes.cgan(),
                        true,
                        false,
                        0,
                        (model, wish) -> model.generate(wish.labels(), wish.seed())),
                new Painter<>(
                        "stylegan2",
                        StyleGanRecipes.stylegan2(),
                        false,
                        false,
                        0,
                        (model, wish) -> model.generate(wish.labels().length, wish.seed())),
                new Painter<>(
                        "ddpm",
                        DiffusionRecipes.images(),
                        false,
                        false,
                        20,
                        (model, wish) -> walked(model, Sampler.ddim(wish.steps()), Condition.none(), wish)),
                new Painter<>("flow", FlowRecipes.images(), true, true, 8, Painter::guided),
                new Painter<>("reflow", FlowRecipes.reflow(), true, true, 2, Painter::guided),
                new Painter<>(
                        "ddgan",
                        DenoisingGanRecipes.images(),
                        true,
                        false,
                        DenoisingGanRecipes.schedule().timesteps(),
                        (model, wish) ->
                                walked(model, Sampler.ddpm(wish.steps()), Condition.classes(wish.labels()), wish)));
    }

    /**
     * The one with a name.
     *
     * @throws IllegalArgumentException naming all of them when there is none
     */
    public static Painter<?> named(String name) {
        return all().stream()
                .filter(painter -> painter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model is named '" + name + "'; there are "
                        + all().stream().map(Painter::name).collect(Collectors.joining(", "))));
    }

    private static Images guided(Denoiser model, Wish wish) {
        return walked(
                new Guided(model, wish.guidance()),
                Sampler.euler(wish.steps()),
                Condition.classes(wish.labels()),
                wish);
    }

    private static Images walked(Denoiser model, Sampler walk, Condition about, Wish wish) {
        return walk.images(model, wish.labels().length, about, wish.seed(), wish.listener());
    }

    /** Whether it walks, so that its steps can be chosen and watched. */
    public boolean walks() {
        return steps > 0;
    }

    /** How often the network is asked for a picture. */
    public int passes(int ofSteps, double guidance) {
        return Math.max(1, ofSteps) * (guidance == 0 || guidance == -1 ? 1 : 2);
    }

    /**
     * Draws.
     *
     * @param set whose digits the model has learned
     * @return in [0, 1]
     * @throws IOException when the weights are missing or damaged
     * @throws IllegalArgumentException when the model cannot do what is wished for
     */
    public Images draw(DataSet set, Wish wish) throws IOException {
        Require.that(
                walks() || wish.listener() == SamplingListener.NONE,
                "the model " + name
                        + " draws in one pass, and there is nothing to film: leave the film out, or take flow, reflow or ddpm");
        Require.that(
                wish.guidance() == 0 || guidable,
                "the model " + name + " cannot be guided: take flow or reflow, or leave the guidance out, which was",
                wish.guidance());
        return hand.draw(Checkpoints.load(recipe, set), wish);
    }
}
