package noisebook.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import noisebook.data.DataSet;
import noisebook.data.DrawnDigits;
import noisebook.data.ImageSet;
import noisebook.data.Split;
import noisebook.math.FittedGaussian;
import noisebook.math.Pca;
import noisebook.math.PrincipalAngles;
import noisebook.nn.Layer;
import noisebook.tensor.Compute;
import noisebook.train.Recipe;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLog;
import noisebook.train.TrainingOptions;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class AutoencoderTrainingTest {
    private static final Layer HALVES = x -> x.reshape(-1, 2, 392).mean(new int[] {2});

    private static Split split(ImageSet images) {
        return new Split(DataSet.DRAWN_DIGITS, images, images);
    }

    private static Recipe.Training<Autoencoder> start(Recipe<Autoencoder> recipe, ImageSet images, int steps) {
        TrainingOptions options = TrainingOptions.of(steps, images.size(), 3e-3);
        return recipe.with(options).start(split(images));
    }

    @Test
    void oneBatchIsLearntByHeart() {
        ImageSet batch = DrawnDigits.of("one batch", 16, 1);
        for (Recipe<Autoencoder> recipe :
                List.of(AutoencoderRecipes.mlp(10), AutoencoderRecipes.conv("l2", ReconstructionLoss.l2()))) {
            var training = start(recipe, batch, 250);
            training.loop().run(TrainingListener.NONE);
            assertThat(training.model().mse(batch)).as(recipe.name()).isLessThan(.008);
        }
    }

    @Test
    void everyRecipeHasANameOfItsOwnAndLowersItsLoss() {
        ImageSet images = DrawnDigits.of("a few digits", 32, 2);
        List<Recipe<Autoencoder>> recipes = AutoencoderRecipes.all("judge", unused -> HALVES);
        assertThat(recipes.stream().map(Recipe::name)).doesNotHaveDuplicates().hasSize(7);
        for (Recipe<Autoencoder> recipe : recipes) {
            TrainingLog log = start(recipe, images, 40).loop().run(TrainingListener.NONE);
            assertThat(log.last("loss")).as(recipe.name()).isLessThan(.9 * log.series("loss")[0]);
        }
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        ImageSet images = DrawnDigits.of("a few digits", 32, 2);
        var first = start(AutoencoderRecipes.mlp(2), images, 20);
        var second = start(AutoencoderRecipes.mlp(2), images, 20);
        first.loop().run(TrainingListener.NONE);
        second.loop().run(TrainingListener.NONE);
        assertThat(first.model().reconstruct(images)).isEqualTo(second.model().reconstruct(images));
    }

    @Test
    void aLinearAutoencoderFindsThePrincipalComponents() {
        ImageSet digits = DrawnDigits.of("digits", 6000, 3);
        ImageSet ones = digits.ofClass(1);
        var training = AutoencoderRecipes.linear(2, 1).start(split(digits));
        training.loop().run(TrainingListener.NONE);
        float[] pixels = ones.images().values();
        Pca pca = Pca.of(FittedGaussian.of(pixels, ones.numbers()), 2);
        double[] angles = PrincipalAngles.between(
                pca.components(), new SimpleMatrix(training.model().basis()));
        assertThat(angles[1]).isLessThan(.05);
        assertThat(training.model().mse(ones)).isLessThan(1.005 * pca.reconstructionMse(pixels));
    }

    @Test
    @Tag("slow")
    void threeThousandStepsLeaveNoTensorBehind() {
        ImageSet images = DrawnDigits.of("a few digits", 4, 2);
        ReconstructionLoss all = ReconstructionLoss.l1()
                .plus(1, ReconstructionLoss.l2())
                .plus(1, ReconstructionLoss.ssim())
                .plus(1, ReconstructionLoss.perceptual(HALVES));
        int[] live = new int[2];
        start(AutoencoderRecipes.conv("all", all), images, 3000).loop().run((progress, log) -> {
            live[progress.step() <= 500 ? 0 : 1] = Compute.liveTensors();
        });
        assertThat(live[1]).isEqualTo(live[0]);
    }
}
