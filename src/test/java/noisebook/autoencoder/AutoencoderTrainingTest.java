package noisebook.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
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
            var training = start(recipe, batch, 400);
            training.loop().run(TrainingListener.NONE);
            assertThat(training.model().mse(batch)).as(recipe.name()).isLessThan(.004);
        }
    }

    @Test
    void everyRecipeHasANameOfItsOwnAndLowersItsLoss() {
        ImageSet images = DrawnDigits.of("a few digits", 64, 2);
        List<Recipe<Autoencoder>> recipes = AutoencoderRecipes.all(unused -> HALVES);
        assertThat(recipes.stream().map(Recipe::name)).doesNotHaveDuplicates().hasSize(7);
        for (Recipe<Autoencoder> recipe : recipes) {
            TrainingLog log = start(recipe, images, 60).loop().run(TrainingListener.NONE);
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

    /** Two planted directions of different strength, and a little noise in all others. */
    @Test
    void aLinearAutoencoderFindsThePrincipalComponents() {
        ImageSet images = planted(500);
        var training = AutoencoderRecipes.linear(2, 0).start(split(images));
        training.loop().run(TrainingListener.NONE);
        Pca pca = Pca.of(FittedGaussian.of(images.pixels(), 784), 2);
        double[] angles = PrincipalAngles.between(
                pca.components(), new SimpleMatrix(training.model().basis()));
        assertThat(angles[1]).isLessThan(.02);
        assertThat(training.model().mse(images)).isLessThan(1.01 * pca.reconstructionMse(images.pixels()));
    }

    private static ImageSet planted(int count) {
        Random random = new Random(4);
        float[] pixels = new float[784 * count];
        for (int i = 0; i < count; i++) {
            double up = random.nextGaussian();
            double across = random.nextGaussian();
            for (int p = 0; p < 784; p++) {
                double clean = .5 + .08 * up * Math.cos(p / 28 * .3) + .05 * across * Math.sin(p % 28 * .4);
                pixels[784 * i + p] = (float) Math.max(0, Math.min(1, clean + .01 * random.nextGaussian()));
            }
        }
        return ImageSet.of("planted", 28, 28, pixels, new int[count]);
    }

    @Test
    @Tag("slow")
    void threeThousandStepsLeaveNoTensorBehind() {
        ImageSet images = DrawnDigits.of("a few digits", 32, 2);
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
