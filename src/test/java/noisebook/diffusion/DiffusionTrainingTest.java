package noisebook.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import noisebook.data.DataSet;
import noisebook.data.DrawnDigits;
import noisebook.data.ImageSet;
import noisebook.data.Points2d;
import noisebook.data.Split;
import noisebook.denoising.Denoiser;
import noisebook.denoising.DenoisingLoss;
import noisebook.denoising.ForwardProcess;
import noisebook.denoising.HeldOutLoss;
import noisebook.math.LinearGaussianOptimum;
import noisebook.math.NoiseSchedule;
import noisebook.math.Prediction;
import noisebook.tensor.Compute;
import noisebook.train.Batches;
import noisebook.train.Objective;
import noisebook.train.Recipe;
import noisebook.train.TrainingListener;
import noisebook.train.TrainingLog;
import noisebook.train.TrainingLoop;
import noisebook.train.TrainingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class DiffusionTrainingTest {
    private static final ForwardProcess IMAGES = ForwardProcess.of(DiffusionRecipes.imageSchedule());

    private static ImageSet digits(int n) {
        return DrawnDigits.of("digits", n, 1);
    }

    @Test
    void oneBatchIsLearntByHeart() {
        ImageDenoiser model = new ImageDenoiser(IMAGES, 8);
        model.initialize(1);
        Objective loss = DenoisingLoss.in(Prediction.EPSILON).ofPictures(model);
        TrainingLog log = TrainingLoop.of(
                        model,
                        Batches.of(digits(8)),
                        (batch, random) -> {
                            Compute.seed(1, 0); // the same times and noise in every step
                            return loss.evaluate(batch, random);
                        },
                        TrainingOptions.of(300, 8, 5e-3).withReportEvery(1))
                .run(TrainingListener.NONE);
        assertThat(log.last("loss")).isLessThan(.1 * log.series("loss")[0]);
    }

    @Test
    void theRecipeIsReproducibleAndNamed() {
        assertThat(DiffusionRecipes.all())
                .extracting(Recipe::name)
                .containsExactly("ddpm-unet", "ddpm-judged-in-epsilon", "ddpm-judged-in-velocity");
        assertThat(DiffusionRecipes.images().model().get().parameterCount()).isEqualTo(993_860);
    }

    @Test
    void aFewHundredStepsOnPointsBeatTheBestLinearDenoiser() {
        double[][] ring = Points2d.rings(4000, .02, 1);
        Recipe<PointDenoiser> recipe = DiffusionRecipes.points("rings", ring);
        TrainingLog log = recipe.with(recipe.options().withSteps(400))
                .start(new Split(DataSet.DRAWN_DIGITS, digits(8), digits(8)))
                .loop()
                .run(TrainingListener.NONE);
        double variance = (1 + .25) / 4; // of each coordinate of two rings of radius 1 and 1/2
        double linear =
                LinearGaussianOptimum.epsilonMse(new double[] {variance, variance}, DiffusionRecipes.pointSchedule());
        assertThat(log.last("loss")).as("seed 1").isLessThan(linear);
    }

    @Test
    @Tag("slow")
    void threeThousandStepsLeaveNoTensorBehind() {
        ImageDenoiser model = new ImageDenoiser(IMAGES, 8);
        model.initialize(1);
        int[] live = new int[2];
        TrainingLoop.of(
                        model,
                        Batches.of(digits(64)),
                        DenoisingLoss.in(Prediction.VELOCITY).ofPictures(model),
                        TrainingOptions.of(3000, 1, 1e-3))
                .run((progress, log) -> {
                    if (progress.step() == 500) {
                        live[0] = Compute.liveTensors();
                    }
                    live[1] = Compute.liveTensors();
                });
        assertThat(live[1]).isEqualTo(live[0]).isPositive();
    }

    @Test
    void theLossOnUnseenImagesIsTheSameForTheSameSeed() {
        ForwardProcess process = ForwardProcess.of(NoiseSchedule.of(NoiseSchedule.Kind.COSINE, 10));
        HeldOutLoss heldOut = HeldOutLoss.of(digits(300), 3);
        Shape shape = new Shape(1, 28, 28);
        Denoiser silent = Denoiser.of(process, Prediction.EPSILON, shape, (xt, t, about) -> xt.zerosLike());
        Denoiser echo = Denoiser.of(process, Prediction.EPSILON, shape, (xt, t, about) -> xt);
        assertThat(heldOut.average(silent)).isEqualTo(heldOut.average(silent)).isBetween(.98, 1.02);
        assertThat(heldOut.at(echo, 10)).as("at t = T, x_T is the noise").isLessThan(.01);
    }
}
