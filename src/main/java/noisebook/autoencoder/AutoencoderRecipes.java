package noisebook.autoencoder;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import noisebook.data.ImageSet;
import noisebook.data.Split;
import noisebook.nn.Layer;
import noisebook.tensor.Autocast;
import noisebook.train.Batches;
import noisebook.train.Loss;
import noisebook.train.Objective;
import noisebook.train.Recipe;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;

/** How the autoencoders of lesson 1 are trained. */
public final class AutoencoderRecipes {
    private static final int IMAGES = 60_000;
    /** The code of the convolutional autoencoders. */
    private static final int CONV_DIM = 10;
    /** Short, for four of them are compared and none has to be the best possible. */
    private static final TrainingOptions CONV_OPTIONS =
            TrainingOptions.of(600, 64, 3e-3).withSchedule(TrainingOptions.Schedule.WARMUP_COSINE);

    private AutoencoderRecipes() {}

    /** The fully connected autoencoder under the squared error; a code of 30 numbers takes longer to fill than one of 2 or 10. */
    public static Recipe<Autoencoder> mlp(int latentDim) {
        return recipe(
                "autoencoder-mlp-d" + latentDim,
                () -> Autoencoder.mlp(latentDim),
                epochs(latentDim > 10 ? 15 : 10),
                ReconstructionLoss.l2());
    }

    /** The convolutional autoencoder under a loss of this name, or one that you bring. */
    public static Recipe<Autoencoder> conv(String lossName, ReconstructionLoss loss) {
        return recipe("autoencoder-conv-" + lossName, () -> Autoencoder.conv(CONV_DIM), CONV_OPTIONS, loss);
    }

    /**
     * The convolutional autoencoder under a perceptual loss.
     *
     * @param judge the recipe of the network whose features are compared
     * @param features those of a data set
     */
    public static Recipe<Autoencoder> perceptual(String judge, Function<Split, Layer> features) {
        return recipe(
                        "autoencoder-conv-perceptual",
                        () -> Autoencoder.conv(CONV_DIM),
                        CONV_OPTIONS,
                        split -> ReconstructionLoss.perceptual(features.apply(split)))
                .needing(judge);
    }

    /**
     * The linear autoencoder of the images of one class, whose first components stand well apart; large batches and a rate that starts high
     * and falls to zero bring it close to the exact optimum.
     */
    public static Recipe<Autoencoder> linear(int latentDim, int label) {
        TrainingOptions options = TrainingOptions.of(400, 500, .1).withSchedule(TrainingOptions.Schedule.WARMUP_COSINE);
        return new Recipe<>(
                "autoencoder-linear-d" + latentDim + "-of-" + label,
                () -> Autoencoder.linear(latentDim),
                options,
                (network, split, chosen) ->
                        loop(network, split.train().ofClass(label), ReconstructionLoss.l2(), chosen));
    }

    /** All whose weights are shipped. */
    public static List<Recipe<Autoencoder>> all(String judge, Function<Split, Layer> features) {
        return List.of(
                mlp(2),
                mlp(10),
                mlp(30),
                conv("l1", ReconstructionLoss.l1()),
                conv("l2", ReconstructionLoss.l2()),
                conv("ssim", ReconstructionLoss.ssim()),
                perceptual(judge, features));
    }

    private static TrainingOptions epochs(int epochs) {
        return TrainingOptions.ofEpochs(epochs, IMAGES, 128, 2e-3).withSchedule(TrainingOptions.Schedule.WARMUP_COSINE);
    }

    private static Recipe<Autoencoder> recipe(
            String name, Supplier<Autoencoder> model, TrainingOptions options, ReconstructionLoss loss) {
        return recipe(name, model, options, split -> loss);
    }

    private static Recipe<Autoencoder> recipe(
            String name,
            Supplier<Autoencoder> model,
            TrainingOptions options,
            Function<Split, ReconstructionLoss> lossFor) {
        return new Recipe<>(
                name,
                model,
                options,
                (network, split, chosen) -> loop(network, split.train(), lossFor.apply(split), chosen));
    }

    private static TrainingLoop loop(
            Autoencoder network, ImageSet images, ReconstructionLoss loss, TrainingOptions options) {
        Objective objective = (batch, random) -> Loss.of(loss.between(network.reconstruct(batch.head()), batch.head()));
        return TrainingLoop.of(network, Batches.of(images), objective.in(Autocast::bfloat16Matrices), options);
    }
}
