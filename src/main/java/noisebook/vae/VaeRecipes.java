package noisebook.vae;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import noisebook.tensor.Autocast;
import noisebook.train.Batches;
import noisebook.train.Objective;
import noisebook.train.Recipe;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/** How the VAEs of lesson 2 are trained. */
public final class VaeRecipes {
    /** The weights of the KL term that {@link #sweep} compares. */
    public static final List<Double> KL_WEIGHTS = List.of(.25, 1., 4., 16.);

    private static final int IMAGES = 60_000;
    private static final int BATCH = 128;
    private static final int HIDDEN = 400;
    private static final int SWEEP_HIDDEN = 100; // four models whose weights are all shipped
    private static final int SWEEP_DIM = 10;

    private VaeRecipes() {}

    /** The fully connected VAE, 784-400-latentDim; folding all digits into the plane takes a deeper one, 784-400-200-100-2. */
    public static Recipe<Vae> mlp(int latentDim) {
        String name = "vae-mlp-d" + latentDim;
        return latentDim > 2
                ? recipe(name, () -> Vae.mlp(latentDim, HIDDEN), epochs(10), 1)
                : recipe(name, () -> Vae.mlp(latentDim, HIDDEN, 200, 100), epochs(15), 1);
    }

    /** A VAE with codes of two numbers and a decoder so small, 2-32-64-784, that a page can hold it and run it. */
    public static Recipe<Vae> pocket() {
        return recipe("vae-pocket-d2", () -> Vae.mlp(2, 64, 32), epochs(15), 1);
    }

    /** The convolutional VAE with a code of 16 numbers. */
    public static Recipe<Vae> conv() {
        return recipe("vae-conv-d16", () -> Vae.conv(16), epochs(3), 1);
    }

    /** A small VAE, 784-100-10, whose KL term is weighted (Higgins et al. 2017). */
    public static Recipe<Vae> sweep(double klWeight) {
        return recipe("vae-beta-" + klWeight, () -> Vae.mlp(SWEEP_DIM, SWEEP_HIDDEN), epochs(4), klWeight);
    }

    /** All whose weights are shipped. */
    public static List<Recipe<?>> all() {
        List<Recipe<?>> all = new ArrayList<>(List.of(mlp(2), mlp(20), mlp(30), pocket(), conv()));
        KL_WEIGHTS.forEach(klWeight -> all.add(sweep(klWeight)));
        return all;
    }

    private static TrainingOptions epochs(int epochs) {
        return TrainingOptions.ofEpochs(epochs, IMAGES, BATCH, 2e-3)
                .withSchedule(TrainingOptions.Schedule.WARMUP_COSINE);
    }

    private static Recipe<Vae> recipe(String name, Supplier<Vae> model, TrainingOptions options, double klWeight) {
        return new Recipe<>(
                name,
                model,
                options,
                (network, data, chosen) -> loop(network, Batches.of(data.train()), chosen, klWeight));
    }

    /** A loop over any images (B, 1, 28, 28), with fresh noise for every one; convolutions are in bfloat16, see {@link Objective#in}. */
    public static TrainingLoop loop(Vae model, Batches images, TrainingOptions options, double klWeight) {
        Shape noise = new Shape(options.batchSize(), model.latentDim());
        Objective objective = (batch, random) -> VaeLoss.of(model, batch.head(), random.randomNormal(noise), klWeight);
        return TrainingLoop.of(model, images, objective.in(Autocast::bfloat16), options);
    }
}
